"""redocx.py FROM TO OLD NEW: copies a DOCX with the first OLD of word/document.xml replaced by NEW."""
import sys
import zipfile

src, dst, old, new = sys.argv[1:]
with zipfile.ZipFile(src) as a, zipfile.ZipFile(dst, "w", zipfile.ZIP_DEFLATED) as b:
    for name in a.namelist():
        data = a.read(name)
        if name == "word/document.xml":
            assert old.encode() in data, f"{old} is not in {src}"
            data = data.replace(old.encode(), new.encode(), 1)
        b.writestr(name, data)
