"""Writes Sources/TenonServer/SignIn/CommonPasswords.swift from the list of common passwords in the
package zxcvbn, and from a few that are common where Chinese is spoken.

    pip install zxcvbn==4.5.0
    python3 Tests/Tools/password_table.py > Sources/TenonServer/SignIn/CommonPasswords.swift

The package (MIT licence, copyright 2016 Daniel Wolf, after Dropbox's zxcvbn) ranks 30 000 passwords
by how often leaks hold them. Passwords are kept as the first 30 bits of BLAKE2b-256 of their lower
case: nobody has to read them, and of a million good passwords five are refused by chance.
"""

import hashlib

from zxcvbn.frequency_lists import FREQUENCY_LISTS

COUNT = 4_800
LEAST = 8
OWN = """
woaini1314 woaini520 woaini521 woaini123 5201314520 13145201314 1314520520 wodemima aini1314
a123456789 a12345678 aa123456 aaa123456 qq123456 qq123456789 qwe123456 asd123456 zxc123456
abc123456 abc12345 abcd1234 abcd123456 q1w2e3r4 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz@wsx admin123
admin888 admin1234 admin123456 administrator password1 password123 passw0rd p@ssw0rd p@ssword
root1234 test1234 test123456 guest123 user1234 welcome1 welcome123 changeme changeme123 letmein1
88888888 66666666 99999999 00000000 11223344 12344321 123123123 147258369 987654321 qwertyui
huawei123 xiaomi123 alibaba123 weixin123 zhang123 wang1234 li123456 iloveyou1 iloveyou520
""".split()
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
WIDTH = 90


def code(password):
    digest = hashlib.blake2b(password.encode(), digest_size=32).digest()
    bits = int.from_bytes(digest[:4], "big") >> 2
    return "".join(ALPHABET[bits >> shift & 63] for shift in (24, 18, 12, 6, 0))


def main():
    ranked = [word.lower() for word in FREQUENCY_LISTS["passwords"] if len(word) >= LEAST]
    words = set(ranked[:COUNT]) | {word for word in OWN if len(word) >= LEAST}
    codes = "".join(sorted({code(word) for word in words}))
    print("/// Passwords that leaks hold most often, as five letters each of a digest; sorted.")
    print("/// Written by Tests/Tools/password_table.py; see there for the source and its licence.")
    print("enum CommonPasswords {")
    print('  static let codes: StaticString = """')
    for start in range(0, len(codes), WIDTH):
        end = "\\" if start + WIDTH < len(codes) else ""
        print(f"    {codes[start:start + WIDTH]}{end}")
    print('    """')
    print("}")


main()
