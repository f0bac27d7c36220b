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


if __name__ == "__main__":
    make_composite()
    make_collection()
