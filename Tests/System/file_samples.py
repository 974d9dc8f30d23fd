"""Forms with files as browsers post them, and small files of many kinds."""

import io
import random
import struct
import zipfile
import zlib

BOUNDARY = "----tenon-test"
TYPE = f"multipart/form-data; boundary={BOUNDARY}"


def form(fields=(), files=()):
    """The body of a form: (name, value) pairs, and (name, file name, bytes) triples."""
    out = io.BytesIO()
    for name, value in fields:
        out.write(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, file_name, content in files:
        # What browsers escape (WHATWG HTML); a type that is a lie.
        escaped = file_name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        out.write(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{escaped}"\r\n'
                  "Content-Type: text/html\r\n\r\n".encode("utf-8", "surrogatepass"))
        out.write(content + b"\r\n")
    out.write(f"--{BOUNDARY}--\r\n".encode())
    return out.getvalue()


def upload(client, *files):
    """Uploads (file name, bytes) pairs as a program does."""
    body = form(files=[("file", name, content) for name, content in files])
    return client.request("POST", "/files", raw=body, headers={"Content-Type": TYPE})


def png(width, height, seed=0):
    """A picture of noise, so that it is large and no two are the same."""
    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(width * 3) for _ in range(height))

    def chunk(name, content):
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1))
            + chunk(b"IEND", b""))


def png_bomb(side):
    """A small file that claims side × side pixels and has them, all black."""
    def chunk(name, content):
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    packer = zlib.compressobj(9)
    row = bytes(side + 1)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


def zip_bomb():
    """An archive of 50 kB that unpacks to 50 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("zeros", bytes(50 << 20))
    return out.getvalue()


SCRIPT = b"<script>document.title='hacked'</script>"

# (file name, bytes): what an attacker hopes that a browser runs.
HOSTILE = [
    ("page.html", b"<!DOCTYPE html><html><body>" + SCRIPT),
    ("page.htm.jpg", b"<html>" + SCRIPT),
    ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + SCRIPT + b"</svg>"),
    ("feed.xml", b"<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?><!DOCTYPE x [<!ENTITY e SYSTEM "
                 b"'file:///etc/passwd'>]><x>&e;</x>"),
    ("script.js", b"alert(1)"),
    ("style.css", b"body{background:url(//evil.example)}"),
    ("gif.gif", b"GIF89a/*\0\0\x01\0\x01\0*/=1;alert(1)//" + SCRIPT),
    ("png.png", b"\x89PNG\r\n\x1a\n" + SCRIPT),
    ("polyglot.png", png(20, 20) + SCRIPT),
    ("jpeg.jpg", b"\xff\xd8\xff\xe0" + SCRIPT),
    ("pdf.pdf", b"%PDF-1.7\n<</JS(app.alert(1))>>\n" + SCRIPT),
    ("utf7.txt", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    ("utf16.html", ("\ufeff<script>alert(1)</script>").encode("utf-16-le")),
    ("mhtml.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + SCRIPT),
    ("bomb.zip", zip_bomb()),
    ("bomb.png", png_bomb(12_000)),
    ("", b"no name"),
    ("empty", b""),
    ("../../../../etc/passwd", b"x"),
    ("..\\..\\windows\\win.ini", b"x"),
    ("/absolute", b"x"),
    ("CON", b"x"), ("NUL.txt", b"x"), ("aux.html", SCRIPT),
    ("a\u202efdp.exe", b"MZ"), ("x" * 300 + ".html", SCRIPT), ("长" * 300, b"x"),
    ('quote".html; filename="evil.html', SCRIPT),
    ("new\r\nline\r\nSet-Cookie: a=b.html", SCRIPT),
    ("<b>bold</b>.html", SCRIPT), ("%2e%2e%2f%00.html", SCRIPT), (".htaccess", b"x"), ("a;b,c=d.txt", b"x"),
]
