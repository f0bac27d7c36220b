#!/usr/bin/env python3
"""Makes the test fonts of this folder: python3 make.py (needs fontTools 4.x, nothing else).

All outlines are drawn here. The files are the same on every run: dates are fixed.
"""
import os
import sys

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict, PrivateDict, SubrsIndex
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import ttProgram
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.ttCollection import TTCollection

HERE = os.path.dirname(os.path.abspath(__file__))
EPOCH = 3786912000  # 2024-01-01 in seconds since 1904


def finish(fb, family, path, cap_height=700, ascent=880, descent=-120):
    """Adds the tables that all the fonts share, with fixed dates, and saves."""
    fb.setupHorizontalHeader(ascent=ascent, descent=descent)
    fb.setupNameTable({
        "copyright": "Test font, made by testdata/fonts/make.py. Apache-2.0.",
        "familyName": family,
        "styleName": "Regular",
        "uniqueFontIdentifier": family + " 1.0",
        "fullName": family,
        "version": "Version 1.0",
        "psName": family.replace(" ", "") + "-Regular",
    })
    fb.setupOS2(version=4, sTypoAscender=ascent, sTypoDescender=descent, usWinAscent=ascent,
                usWinDescent=-descent, sCapHeight=cap_height, sxHeight=500, achVendID="BNXN", fsType=0)
    fb.setupPost(keepGlyphNames=False)
    fb.font["head"].created = fb.font["head"].modified = EPOCH
    fb.font.recalcTimestamp = False
    fb.save(os.path.join(HERE, path))


def box(pen, x0, y0, x1, y1):
    pen.moveTo((x0, y0))
    pen.lineTo((x0, y1))
    pen.lineTo((x1, y1))
    pen.lineTo((x1, y0))
    pen.closePath()


def box_glyph(*boxes):
    pen = TTGlyphPen(None)
    for b in boxes:
        box(pen, *b)
    return pen.glyph()


# composite.ttf: composites of all kinds, instructions, blanks

def part(name, flags, x=0, y=0, **more):
    c = GlyphComponent()
    c.glyphName, c.x, c.y, c.flags = name, x, y, flags
    for k, v in more.items():
        setattr(c, k, v)
    return c


def composite(*parts, program=None):
    g = Glyph()
    g.numberOfContours = -1
    g.components = list(parts)
    if program:
        g.program = ttProgram.Program()
        g.program.fromBytecode(program)
    return g


def curve_glyph():
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.qCurveTo((100, 400), (300, 700), (500, 400), (500, 0))
    pen.closePath()
    return pen.glyph()


def make_composite(path="composite.ttf", family="Banxin Composite", upem=1000):
    xy = 0x0002  # ARGS_ARE_XY_VALUES
    glyphs = {
        ".notdef": box_glyph((50, 0, 450, 700)),
        "space": Glyph(),
        "A": curve_glyph(),
        "acute": box_glyph((300, 750, 360, 900)),
        "Aacute": composite(part("A", xy | 0x0200), part("acute", xy, 20, 30), program=b"\xb0\x01\x21"),
        "Anested": composite(part("Aacute", xy, -300, 200), part("A", xy, 700, 0)),
        "Ascaled": composite(part("A", xy, 5, 6, transform=[[0.5, 0], [0, 0.5]])),
        "Axy": composite(part("A", xy, 5, 6, transform=[[0.5, 0], [0, 0.75]])),
        "Aturned": composite(part("Aacute", xy, 400, 6, transform=[[0, 1], [-1, 0]])),
        "wide": box_glyph((0, -120, 1000, 880)),
    }
    for g, code in (("A", b"\xb0\x00\x21"), ("wide", b"\xb0\x02\x21\xb0\x02\x21")):
        glyphs[g].program = ttProgram.Program()
        glyphs[g].program.fromBytecode(code)
    order = list(glyphs)
    fb = FontBuilder(upem, isTTF=True)
    fb.setupGlyphOrder(order)
    fb.setupCharacterMap({0x20: "space", 0x41: "A", 0xB4: "acute", 0xC1: "Aacute", 0x4E00: "wide"})
    fb.setupGlyf(glyphs)
    fb.setupHorizontalMetrics({g: (1000 if g == "wide" else 500 + 7 * i, fb.font["glyf"][g].xMin if hasattr(
        fb.font["glyf"][g], "xMin") else 0) for i, g in enumerate(order)})
    fb.font["prep"] = newTable("prep")
    fb.font["prep"].program = ttProgram.Program()
    fb.font["prep"].program.fromBytecode(b"\xb0\x00\x21")
    finish(fb, family, path)


def make_collection():
    make_composite("second.ttf", "Banxin Second", 2048)
    both = TTCollection()
    both.fonts = [TTFont(os.path.join(HERE, f)) for f in ("composite.ttf", "second.ttf")]
    for f in both.fonts:
        f.recalcTimestamp = False
    both.save(os.path.join(HERE, "pair.ttc"))
    os.remove(os.path.join(HERE, "second.ttf"))


# name.otf, cid.otf, wide.otf: CFF with subroutines, hints, flexes, accents, several Font DICTs

def charstrings(programs, private, subrs):
    return {g: T2CharString(program=list(p), private=private, globalSubrs=subrs) for g, p in programs.items()}


# Global subroutines 0 to 2 and local ones 0 and 1; the operand of a call is the number less 107.
GLOBALS = [
    [100, "hlineto", 100, "vlineto", -100, "hlineto", "return"],
    [-107, "callgsubr", "return"],  # calls the first
    [-106, "return"],  # leaves a number, for the caller's callgsubr
]
LOCALS = [
    [10, 20, "hstem", 30, 40, "return"],  # two of the operands of the caller's vstem
    [50, 60, "rmoveto", -107, "callgsubr", "endchar"],  # ends the glyph inside
]

NAME_GLYPHS = {
    ".notdef": [50, 0, "rmoveto", 400, 700, -400, "hlineto", "endchar"],  # default width
    "space": [-110, "endchar"],
    "a": [7, 40, 20, "hstemhm", 10, 30, 50, 20, "hintmask", b"\xe0", 100, 0, "rmoveto", 100, 200, 50, 300, 40, -500,
          "rrcurveto", -40, "hlineto", "endchar"],
    "acute": [-200, 300, 750, "rmoveto", 60, 150, -60, "hlineto", "endchar"],
    "aacute": [7, 12, 34, 97, 194, "endchar"],  # a and acute by their codes in StandardEncoding
    "b": [20, -107, "callsubr", "vstem", 0, "hmoveto", -106, "callgsubr", "endchar"],
    "c": [-106, "callsubr"],
    "d": [1, 2, "rmoveto", -105, "callgsubr", "callgsubr", "endchar"],
    "e": [0, "hmoveto", 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, -100, 50, "flex",
          10, 20, 30, 40, 50, 60, 70, "hflex", 10, 20, 30, 40, 50, 60, 70, 80, 90, "hflex1",
          10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, "flex1",
          1, 2, 3, 4, 5, "vvcurveto", 1, 2, 3, 4, 5, "hhcurveto", 1, 2, 3, 4, 5, "vhcurveto",
          1, 2, 3, 4, 5, 6, 7, 8, "hvcurveto", 1, 2, 3, 4, 5, 6, 7, 8, "rcurveline", 1, 2, 3, 4, 5, 6, 7, 8,
          "rlinecurve", 1, 2, 3, "vlineto", "endchar"],
    "f": [100.5, 3.25, "rmoveto", 100, 4, "div", 10, "rlineto", 7, -300.75, "rlineto", "endchar"],
}
NAME_WIDTHS = {".notdef": 500, "space": 590, "a": 707, "acute": 500, "aacute": 707, "b": 720, "c": 500, "d": 500,
               "e": 500, "f": 500}


def cff_font(path, family, upem, programs, cmap, widths, private_extra):
    fb = FontBuilder(upem, isTTF=False)
    fb.setupGlyphOrder(list(programs))
    fb.setupCharacterMap(cmap)
    fb.setupCFF(family.replace(" ", "") + "-Regular", {"FullName": family},
                {g: T2CharString(program=["endchar"]) for g in programs}, {"defaultWidthX": 500, "nominalWidthX": 700})
    top = fb.font["CFF "].cff.topDictIndex[0]
    for sub in GLOBALS:
        top.GlobalSubrs.append(T2CharString(program=list(sub)))
    if upem != 1000:
        top.FontMatrix = [1 / upem, 0, 0, 1 / upem, 0, 0]
    top.Private.Subrs = subrs_index(LOCALS)
    for g, cs in charstrings(programs, top.Private, top.GlobalSubrs).items():
        top.CharStrings[g] = cs
    private_extra(top, programs)
    top.FontBBox = [0, -200, 1000, 1000]
    fb.setupHorizontalMetrics({g: (widths[g], 0) for g in programs})
    return fb


def subrs_index(programs):
    index = SubrsIndex()
    for p in programs:
        index.append(T2CharString(program=list(p)))
    return index


def make_name_keyed():
    cmap = {0x20: "space", 0xB4: "acute", 0xE1: "aacute", **{ord(c): c for c in "abcdef"}}
    for path, family, upem in (("name.otf", "Banxin Name", 1000), ("name2048.otf", "Banxin Name Two", 2048)):
        fb = cff_font(path, family, upem, NAME_GLYPHS, cmap, NAME_WIDTHS, lambda top, programs: None)
        finish(fb, family, path)


# In cid.otf glyph i has CID 2i, in one of three Font DICTs with widths and subroutines of their own.
CID_DICTS = [
    dict(widths=(500, 600), subrs=LOCALS),
    dict(widths=(1000, 0), subrs=[[200, 300, "rmoveto", "return"], [-107, "callsubr", "return"]]),
    dict(widths=(333, 444), subrs=[]),
]
CID_GLYPHS = [  # Font DICT, advance, program
    (0, 500, [50, 0, "rmoveto", 400, 700, -400, "hlineto", "endchar"]),
    (0, 650, [50, -106, "callsubr"]),
    (1, 1000, [-106, "callsubr", 100, "hlineto", -107, "callgsubr", "endchar"]),
    (1, 1000, [0, -120, "rmoveto", 1000, 1000, -1000, "vlineto", "endchar"]),
    (1, 900, [900, -107, "callsubr", -106, "callgsubr", "endchar"]),
    (2, 333, [10, "hmoveto", -105, "callgsubr", "callgsubr", "endchar"]),
    (1, 777, [500, 5, "hmoveto", 10, 10, "rlineto", "endchar"]),  # hmtx says 777, the charstring 500
    (2, 888, [10, "hmoveto", 20, 30, "rlineto", "endchar"]),  # hmtx says 888, the charstring 333
    (0, 500, ["endchar"]),
]


def cid_keyed(top, programs):
    top.ROS = ("Adobe", "Identity", 0)
    top.rawDict["ROS"] = top.ROS
    top.CIDCount = 2 * len(programs)
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDSelect.format = 3
    for d in CID_DICTS:
        fd = FontDict()
        fd.Private = PrivateDict()
        fd.Private.defaultWidthX, fd.Private.nominalWidthX = d["widths"]
        fd.Private.BlueValues, fd.Private.StdHW = [-10, 0, 700, 710], 40
        if d["subrs"]:
            fd.Private.Subrs = subrs_index(d["subrs"])
        fd.FontName = "BanxinCID-%d" % len(top.FDArray)
        top.FDArray.append(fd)
    for i, g in enumerate(programs):
        fd = CID_GLYPHS[i][0]
        top.FDSelect.append(fd)
        top.CharStrings[g].private = top.FDArray[fd].Private
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for name in ("Private", "FullName", "Encoding"):
        top.rawDict.pop(name, None)
        if hasattr(top, name):
            delattr(top, name)


def make_cid_keyed():
    names = [".notdef"] + ["cid%05d" % (2 * i) for i in range(1, len(CID_GLYPHS))]
    programs = {n: g[2] for n, g in zip(names, CID_GLYPHS)}
    widths = {n: g[1] for n, g in zip(names, CID_GLYPHS)}
    cmap = {0x4E00 + 3 * i: n for i, n in enumerate(names) if i}
    fb = cff_font("cid.otf", "Banxin CID", 1000, programs, cmap, widths, cid_keyed)
    finish(fb, "Banxin CID", "cid.otf")


# square.ttf, square.otf: every Han character one em, ASCII half an em, so that lines can be counted

# Beside GB 2312 level 1: characters of names and places beyond it, some traditional ones, and all that
# 通用规范汉字表 has outside the Basic Multilingual Plane and that reports have met.
MORE_HAN = "岐硚沭涪亳溧濮漯邗邳鄄鄞衢淄沂郯隰嵊崂泗洮滹沱涞涿溧浏澧灞翀玥珺琦璟晔昇堃喆淼焱䶮報態漢環開國臺灣學"
BEYOND_BMP = "𠮷𠳐𥻗𨱏𪟝𪣻𫓧𫖯𫟼𫭟𬇙𬉼𬍛𬣞𬬭𬭎𬭼𬱖𬶍𬸚"
OPENING, CLOSING = "（〔［｛《〈「『【〖“‘", "）〕］｝》〉」』】〗”’"
STOPS, TALL_STOPS, MIDDLE, DASHES = "。，、．", "！？：；", "·・‧", "—―…‥～"
SYMBOLS = ("–‐‑‒†‡•‰′″※‾€℃℉№℡™Ω←↑→↓↔∈∏∑−√∝∞∠∥∧∨∩∪∫∮∴∵∶∷∽≈≌≒≠≡≤≥≦≧⊥⊙⌒■□▲△▼▽◆◇○◎●★☆♀♂✓✔✕✗㎡㎎㎏㎜㎝㎞㏄㏎㏑㏒㏕"
           "〃〄々〆〇〒〓〝〞〟〡〢〣〤〥〦〧〨〩")
BLANKS = {0x20: 500, 0xA0: 500, 0x2002: 500, 0x2003: 1000, 0x2005: 250, 0x2009: 200, 0x200B: 0, 0x200C: 0,
          0x200D: 0, 0x202F: 200, 0x2060: 0, 0x3000: 1000, 0xFEFF: 0}

FULL = (0, -120, 1000, 880)
LOW, TALL_LEFT, TALL_RIGHT = (60, -80, 440, 340), (60, -80, 440, 840), (560, -80, 940, 840)


def level1():
    """The 3,755 characters of GB 2312 level 1, rows 16 to 55."""
    pairs = (bytes([hi, lo]) for hi in range(0xB0, 0xD8) for lo in range(0xA1, 0xFF))
    return "".join(p.decode("gb2312", "ignore") for p in pairs)


def square_inks():
    """code point → (advance, ink), ink None for a blank."""
    inks = {c: (500, (0, 0, 500, 500 if chr(c).islower() else 733)) for c in
            [*range(0x21, 0x7F), *range(0xA1, 0x100)] if c != 0xAD}
    full = list(range(0x2460, 0x2474)) + list(range(0x2474, 0x2488)) + list(range(0x2160, 0x216C))
    full += list(range(0x3220, 0x322A)) + list(range(0xFF01, 0xFF5F)) + list(range(0xFFE0, 0xFFE6))
    full += [ord(c) for c in SYMBOLS + level1() + MORE_HAN + BEYOND_BMP]
    inks.update({c: (1000, FULL) for c in full})
    for marks, ink in ((OPENING, TALL_RIGHT), (CLOSING, TALL_LEFT), (STOPS, LOW), (TALL_STOPS, TALL_LEFT),
                       (MIDDLE, (300, 180, 700, 580)), (DASHES, (0, 340, 1000, 420))):
        inks.update({ord(c): (1000, ink) for c in marks})
    inks.update({c: (advance, None) for c, advance in BLANKS.items()})
    return dict(sorted(inks.items()))


def only_full_cmap(font):
    """Leaves the subtable for all planes alone: the other says the same and costs 24 KB."""
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format == 12 and t.platformID == 3]


def make_square():
    inks = square_inks()
    names = {c: "cid%05d" % i for i, c in enumerate(inks, 1)}
    order = [".notdef", *names.values()]
    metrics = {".notdef": (1000, 0)}
    metrics.update({names[c]: (w, ink[0] if ink else 0) for c, (w, ink) in inks.items()})
    boxes = {".notdef": FULL, **{names[c]: ink for c, (_, ink) in inks.items()}}
    for suffix in ("ttf", "otf"):
        fb = FontBuilder(1000, isTTF=suffix == "ttf")
        fb.setupGlyphOrder(order)
        fb.setupCharacterMap({c: names[c] for c in inks})
        if suffix == "ttf":
            fb.setupGlyf({g: box_glyph(b) if b else Glyph() for g, b in boxes.items()})
        else:
            square_cff(fb, boxes, metrics)
        fb.setupHorizontalMetrics(metrics)
        only_full_cmap(fb.font)
        finish(fb, "Banxin Square", "square." + suffix, cap_height=733)


def square_cff(fb, boxes, metrics):
    """Each kind of box is a subroutine with its width in front, so that a glyph has two bytes."""
    kinds = sorted({(metrics[g][0], b or ()) for g, b in boxes.items()})
    fb.setupCFF("BanxinSquare-Regular", {"FullName": "Banxin Square"},
                {g: T2CharString(program=["endchar"]) for g in boxes}, {"defaultWidthX": 1000, "nominalWidthX": 0})
    top = fb.font["CFF "].cff.topDictIndex[0]
    for width, b in kinds:
        program = [] if width == 1000 else [width]
        if b:
            x0, y0, x1, y1 = b
            program += [x0, y0, "rmoveto", y1 - y0, x1 - x0, y0 - y1, "vlineto"]
        top.GlobalSubrs.append(T2CharString(program=program + ["endchar"]))
    for g, b in boxes.items():
        call = kinds.index((metrics[g][0], b or ())) - 107
        top.CharStrings[g] = T2CharString(program=[call, "callgsubr"], private=top.Private, globalSubrs=top.GlobalSubrs)
    top.FontBBox = [0, -120, 1000, 880]
    keyed_by_cid(fb.font, top, boxes)


def keyed_by_cid(font, top, order):
    """Drops the glyphs' names, which would be most of the file."""
    top.ROS = top.rawDict["ROS"] = ("Adobe", "Identity", 0)
    top.CIDCount = len(order)
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDSelect.format = 3
    fd = FontDict()
    fd.Private, fd.FontName = top.Private, "BanxinSquare"
    top.FDArray.append(fd)
    for _ in order:
        top.FDSelect.append(0)
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for name in ("Private", "FullName", "Encoding"):
        top.rawDict.pop(name, None)
        if hasattr(top, name):
            delattr(top, name)


if __name__ == "__main__":
    make_composite()
    make_collection()
    make_name_keyed()
    make_cid_keyed()
    make_square()
