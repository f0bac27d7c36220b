"""Cuts the source faces down to the characters of Chinese official documents. make.sh calls it: make.py WORK OUT.

Each result is a static TrueType face without instructions. Nothing depends on the clock: dates stay those of the sources.
"""
import bz2
import os
import re
import sys

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WORK, OUT = sys.argv[1:3]

# Latin and symbols that official documents use, as ranges of Unicode; what a source lacks is left out.
SYMBOLS = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x17F), (0x1CD, 0x1DC), (0x251, 0x251), (0x261, 0x261), (0x2C6, 0x2DD),
    (0x391, 0x3C9), (0x401, 0x451), (0x2000, 0x206F), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2312, 0x2312), (0x2460, 0x24FF), (0x2500, 0x25FF),
    (0x2600, 0x266F), (0x2705, 0x2705), (0x2713, 0x2717), (0x2776, 0x277F), (0x2E3A, 0x2E3B), (0x3000, 0x303F),
    (0x3041, 0x30FF), (0x3105, 0x312F), (0x31A0, 0x31BF), (0x3200, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F),
    (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
]

# More for the Latin faces: every Latin, Greek and Cyrillic letter, IPA and the combining marks, for foreign names and pinyin.
LATIN = SYMBOLS + [(0x180, 0x52F), (0x1E00, 0x1FFF)]

# What line setting asks for. locl holds the full-width dash of zh-Hans.
HAN_FEATURES = ["halt", "vhal", "chws", "vchw", "vert", "vrt2", "locl", "ccmp", "kern", "mark"]
LATIN_FEATURES = ["ccmp", "kern", "liga", "mark", "mkmk", "locl"]


def tgh():
    """通用规范汉字表 in its order: the property kTGH of the Unicode Han database."""
    path = os.path.join(WORK, "unicode-data/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
    rows = []
    with bz2.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if m := re.match(r"U\+([0-9A-F]+)\tkTGH\t2013:(\d+)", line):
                rows.append((int(m[2]), chr(int(m[1], 16))))
    rows.sort()
    assert [n for n, _ in rows] == list(range(1, 8106))
    return [c for _, c in rows]


def charset(codec):
    """All characters of a double-byte Chinese character set but the user-defined ones."""
    found = set()
    for high in range(0x81, 0xFF):
        for low in range(0x40, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return {c for c in found if not 0xE000 <= c <= 0xF8FF}


def write_tgh(chars):
    """The table as a text file for the tests: a line of sixty characters each."""
    with open(os.path.join(OUT, "make", "tgh-8105.txt"), "w", encoding="utf-8") as f:
        f.write("# 通用规范汉字表 (国发〔2013〕23号): 8,105 characters in the order of the table.\n")
        f.write("# Source: kTGH of Unihan_OtherMappings.txt, Unicode 15.0. Written by make/make.py.\n")
        for i in range(0, len(chars), 60):
            f.write("".join(chars[i:i + 60]) + "\n")


def cut(font, unicodes, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
    options.recalc_timestamp = False
    options.drop_tables += ["STAT", "gasp", "DSIG", "meta"]
    s = subset.Subsetter(options)
    s.populate(unicodes=unicodes)
    s.subset(font)


def rename(font, family, style):
    """Gives a new family name in every record, as a reserved font name demands of changed faces (OFL 1.1, condition 3)."""
    name = font["name"]
    ps = family.replace(" ", "") + "-" + style
    full = family if style == "Regular" else f"{family} {style}"
    new = {1: full, 2: "Regular", 3: "banxin;" + ps, 4: full, 6: ps, 16: family, 17: style}
    if style in ("Regular", "Bold"):
        new[1], new[2] = family, style
        del new[16], new[17]
    for rec in list(name.names):
        if rec.nameID in (1, 2, 3, 4, 6, 16, 17):
            name.removeNames(rec.nameID, rec.platformID, rec.platEncID, rec.langID)
    for nid, text in new.items():
        name.setName(text, nid, 3, 1, 0x409)


def widen_quotes(font):
    """“ ” ‘ ’ stand in Chinese text one em wide, as in every 楷体 of an office; the source draws them for Latin text.
    An opening one stands at the right of its body, a closing one at the left, as GB/T 15834-2011 shows them."""
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    for char, opening in (("“", True), ("”", False), ("‘", True), ("’", False)):
        name = cmap[ord(char)]
        glyph = glyf[name]
        margin = 60
        shift = (1000 - margin - glyph.xMax) if opening else (margin - glyph.xMin)
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(glyf)
        hmtx[name] = (1000, glyph.xMin)


MARKS = "、。，．：；！？）》〉」』】〕〗］｝”’（《〈「『【〔〖［｛“‘·"


def add_halves(font):
    """Half-width punctuation as the features halt and vhal: the source has none. Only marks whose ink lies in one half get it;
    the interpunct gives up a quarter em on both sides."""
    cmap, glyf, hmtx = font.getBestCmap(), font["glyf"], font["hmtx"]
    vert = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for st in lookup.SubTable:
            vert.update(getattr(getattr(st, "ExtSubTable", st), "mapping", {}))
    halt, vhal = {}, {}
    for name in {cmap[ord(c)] for c in MARKS if ord(c) in cmap and hmtx[cmap[ord(c)]][0] == 1000}:
        glyph, up = glyf[name], vert.get(name, name)
        vglyph = glyf[up]
        if glyph.xMin >= 300 and glyph.xMax <= 700:
            halt[name], vhal[up] = "<-250 0 -500 0>", "<0 250 0 -500>"
            continue
        if glyph.xMax <= 520:
            halt[name] = "<0 0 -500 0>"
        elif glyph.xMin >= 480:
            halt[name] = "<-500 0 -500 0>"
        if vglyph.yMin >= 360:  # the body runs from 880 down to -120
            vhal[up] = "<0 0 0 -500>"
        elif vglyph.yMax <= 400:
            vhal[up] = "<0 500 0 -500>"
    fea = "languagesystem DFLT dflt; languagesystem hani dflt;"
    for tag, rules in (("halt", halt), ("vhal", vhal)):
        lines = "".join(f"pos \\{name} {value};\n" for name, value in sorted(rules.items()))
        fea += f"feature {tag} {{ {lines} }} {tag};\n"
    addOpenTypeFeaturesFromString(font, fea, tables=["GPOS"])


def interpunct(font):
    """· is one em wide and in the middle, like the katakana dot ・ that it borrows; Noto Sans SC has it so by itself. A third of
    an em, as the other sources draw it for Catalan, would throw a line of Chinese off its grid."""
    for table in font["cmap"].tables:
        if table.format != 14 and 0x30FB in table.cmap:
            table.cmap[0xB7] = table.cmap[0x30FB]


def boxes(font):
    """☐ ☑ ☒ of forms, which no source has but for one ☒: □, □ with ✓ in its middle, and ⊠. They come last, so that no other glyph
    changes its number."""
    cmap, glyf, hmtx, vmtx = font.getBestCmap(), font["glyf"], font["hmtx"], font["vmtx"]
    glyphs, box, tick = font.getGlyphSet(), cmap[ord("□")], cmap[ord("✓")]
    frame, mark = glyf[box], glyf[tick]
    size = 0.72 * (frame.yMax - frame.yMin) / (mark.yMax - mark.yMin)
    x, y = ((frame.xMin + frame.xMax) - size * (mark.xMin + mark.xMax)) / 2, ((frame.yMin + frame.yMax) - size * (mark.yMin + mark.yMax)) / 2
    still = (1, 0, 0, 1, 0, 0)
    for char, parts in (("☐", [(box, still)]), ("☑", [(box, still), (tick, (size, 0, 0, size, x, y))]), ("☒", [(cmap[ord("⊠")], still)])):
        if ord(char) in cmap:
            continue
        pen = TTGlyphPen(None)
        for part, move in parts:
            glyphs[part].draw(TransformPen(pen, move))
        name = f"uni{ord(char):04X}"
        font.setGlyphOrder(font.getGlyphOrder() + [name])
        glyf[name] = pen.glyph()
        glyf[name].recalcBounds(glyf)
        hmtx[name], vmtx[name] = (1000, glyf[name].xMin), vmtx[box]
        for table in font["cmap"].tables:
            if 0x25A1 in getattr(table, "cmap", {}):
                table.cmap[ord(char)] = name


def dashes(font):
    """— and —— of Chinese text as thick as those of Latin text. The source has the same hairline in all weights, which vanishes among
    the strokes of 黑体 and of titles."""
    cmap, glyf, hmtx, vmtx = font.getBestCmap(), font["glyf"], font["hmtx"], font["vmtx"]
    thick = glyf[cmap[0x2014]].yMax - glyf[cmap[0x2014]].yMin
    names = [cmap[c] for c in (0x2014, 0x2E3A, 0x2E3B)]
    for _ in ("locl", "vert"):  # the forms of zh-Hans, and then theirs in columns
        forms = {}
        for lookup in font["GSUB"].table.LookupList.Lookup:
            for st in lookup.SubTable:
                forms.update({n: to for n, to in getattr(getattr(st, "ExtSubTable", st), "mapping", {}).items() if n in names})
        names = list(forms.values())
        for name in names:
            glyph = glyf[name]
            width, height = glyph.xMax - glyph.xMin, glyph.yMax - glyph.yMin
            wide = width > height
            middle = (glyph.yMin + glyph.yMax) // 2 if wide else (glyph.xMin + glyph.xMax) // 2
            half = thick // 2
            for i, (x, y) in enumerate(glyph.coordinates):
                if wide:
                    glyph.coordinates[i] = (x, middle + (half if y > middle else -half))
                else:
                    glyph.coordinates[i] = (middle + (half if x > middle else -half), y)
            top = glyph.yMax
            glyph.recalcBounds(glyf)
            hmtx[name] = (hmtx[name][0], glyph.xMin)
            vmtx[name] = (vmtx[name][0], vmtx[name][1] - (glyph.yMax - top))


def save(font, file):
    font["head"].flags &= ~(1 << 3 | 1 << 4)  # instructions are gone
    path = os.path.join(OUT, file)
    font.save(path)
    print(f"{file}: {len(font.getBestCmap())} characters, {font['maxp'].numGlyphs} glyphs, {os.path.getsize(path)} bytes")


def load(path):
    return TTFont(os.path.join(WORK, path), recalcTimestamp=False, lazy=False)


def noto(package, style, weight):
    base = f"expo-google-fonts-noto-{package}-sc-0.4.3/package/{weight}{style}/"
    return load(base + f"Noto{package.capitalize()}SC_{weight}{style}.ttf")


def main():
    table = tgh()
    write_tgh(table)
    symbols = {c for a, b in SYMBOLS for c in range(a, b + 1)}
    common = symbols | charset("gb2312") | {ord(c) for c in table}
    rest_of_gbk = charset("gbk") - common

    # 宋 and its bold, which also stands in for 小标宋: as heavy as the title faces of offices. For 黑 the medium weight: the
    # regular one hardly stands out from body text.
    for package, style, weight in (("serif", "Regular", 400), ("serif", "Bold", 700), ("sans", "Medium", 500)):
        font = noto(package, style, weight)
        interpunct(font)
        boxes(font)
        cut(font, common, HAN_FEATURES)
        if weight > 400:
            dashes(font)
        save(font, f"Noto{package.capitalize()}SC-{style}.ttf")

    font = noto("serif", "Regular", 400)
    cut(font, rest_of_gbk, ["vert", "vrt2"])
    rename(font, "Noto Serif SC Supplement", "Regular")
    save(font, "NotoSerifSCSupplement-Regular.ttf")

    font = load("wenkai/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")
    boxes(font)
    # This source has about a thousand Han beyond GBK that stand in names, such as 𠮷; they cost little.
    cut(font, common | {c for c in font.getBestCmap() if 0x3400 <= c < 0x4DC0 or c >= 0x20000}, HAN_FEATURES)
    interpunct(font)
    widen_quotes(font)
    add_halves(font)
    rename(font, "Banxin Kai", "Regular")
    save(font, "BanxinKai-Regular.ttf")

    for style, weight in (("Regular", 400), ("Bold", 700)):
        font = load(f"expo-google-fonts-tinos-0.4.2/package/{weight}{style}/Tinos_{weight}{style}.ttf")
        cut(font, {c for a, b in LATIN for c in range(a, b + 1)}, LATIN_FEATURES)
        save(font, f"Tinos-{style}.ttf")


main()
