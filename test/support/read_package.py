#!/usr/bin/env python3
"""Reads a package of format board-package/2, written from docs/package-format.md alone.

    read_package.py [--identity KEYS] [--key KEYID] [--attachments FOLDER] FILE

It shares no code with the product: Python's standard library reads the file, `openssl` checks the signature, and `age`
opens a file that ends in `.age`. Whatever the page forbids ends it with status 1 and one line on standard error. Otherwise it
prints one JSON document: manifest, keyId, seal, editions, withdrawals, statistics, attachments (size by SHA-256).
"""

import argparse
import base64
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib

FORMAT = 'board-package/2'
RECORDS = {
    'EDITION': 'records/editions.ndjson',
    'WITHDRAWAL': 'records/withdrawals.ndjson',
    'STATISTIC': 'records/statistics.ndjson',
}
NAME = re.compile(r'(?:manifest\.json|records/(?:editions|withdrawals|statistics)\.ndjson|attachments/[0-9a-f]{64})')
HASH = re.compile(r'[0-9a-f]{64}')


class Refused(Exception):
    """The page forbids it."""


def must(condition, why):
    if not condition:
        raise Refused(why)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """RFC 8785 for what packages are made of; keys are sorted by UTF-16 units."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode('utf-16-be', 'surrogatepass'))
        return '{' + ','.join(canonical(key) + ':' + canonical(value[key]) for key in keys) + '}'
    if isinstance(value, list):
        return '[' + ','.join(canonical(one) for one in value) + ']'
    return json.dumps(value, ensure_ascii=False)


def read_json(data):
    text = data.decode('utf-8')
    value = json.loads(text)
    must(canonical(value) == text, 'not canonical JSON')
    return value


def find_comment(file):
    """Where the ZIP comment begins, the end record being the one whose comment ends with the file."""
    at = len(file) - 22
    while at >= 0:
        if file[at:at + 4] == b'PK\x05\x06' and at + 22 + struct.unpack_from('<H', file, at + 20)[0] == len(file):
            return at + 22
        at -= 1
    raise Refused('not a package')


def check_signature(public_key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ('key', 'message', 'signature')]
        for name, data in zip(names, (public_key, message, signature)):
            with open(name, 'wb') as out:
                out.write(data)
        answer = subprocess.run(
            ['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', names[0],
             '-rawin', '-in', names[1], '-sigfile', names[2]],
            capture_output=True, check=False)
    must(answer.returncode == 0, 'signature')


def check_seal(file, comment_at, key_id):
    seal = read_json(file[comment_at:])
    must(sorted(seal) == ['bodySize', 'chunkSize', 'chunks', 'format', 'keyId', 'publicKey', 'signature'], 'seal')
    must(seal['format'] == 'board-seal/1', 'format of the seal')
    public_key = base64.b64decode(seal['publicKey'], validate=True)
    must(sha256(public_key) == seal['keyId'], 'key id')
    must(key_id is None or key_id == seal['keyId'], 'unknown key')
    statement = {key: value for key, value in seal.items() if key != 'signature'}
    check_signature(public_key, canonical(statement).encode('utf-8'), bytes.fromhex(seal['signature']))
    must(seal['bodySize'] == comment_at, 'size of the body')
    size = seal['chunkSize']
    for index, at in enumerate(range(0, comment_at, size)):
        until = min(at + size, comment_at)
        must(seal['chunks'][index] == sha256(file[at:until]), f'damaged: bytes {at} to {until}')
    must(len(seal['chunks']) == -(-comment_at // size), 'chunks')
    return seal


def read_entries(file, end):
    """Name to (from, to), from the directory, each held against the header before its bytes."""
    count, = struct.unpack_from('<H', file, end + 10)
    at, = struct.unpack_from('<L', file, end + 16)
    if count == 0xffff or at == 0xffffffff:
        zip64, = struct.unpack_from('<Q', file, end - 20 + 8)
        count, = struct.unpack_from('<Q', file, zip64 + 32)
        at, = struct.unpack_from('<Q', file, zip64 + 48)
    found = {}
    expected = 0
    directory_at = at
    for _ in range(count):
        must(file[at:at + 4] == b'PK\x01\x02', 'directory')
        flags, method = struct.unpack_from('<HH', file, at + 8)
        crc, packed, size, name_size, extra_size, comment_size = struct.unpack_from('<LLLHHH', file, at + 16)
        local, = struct.unpack_from('<L', file, at + 42)
        name = file[at + 46:at + 46 + name_size].decode('latin-1')
        if local == 0xffffffff:
            local, = struct.unpack_from('<Q', file, at + 46 + name_size + 4)
        must(NAME.fullmatch(name) is not None, 'unsafe name')
        must(name not in found, f'{name} stands twice')
        must(method == 0 and flags & ~0x0800 == 0 and packed == size, f'{name} is not stored as it is')
        must(local == expected and file[local:local + 4] == b'PK\x03\x04', f'{name} stands somewhere else')
        repeated = struct.unpack_from('<HH', file, local + 6) + struct.unpack_from('<LLLH', file, local + 14)
        must(repeated == (flags, method, crc, packed, size, name_size), f'{name} has another header')
        must(file[local + 30:local + 30 + name_size].decode('latin-1') == name, f'{name} has another name')
        begin = local + 30 + name_size + struct.unpack_from('<H', file, local + 28)[0]
        must(zlib.crc32(file[begin:begin + size]) == crc, f'{name}: CRC')
        found[name] = (begin, begin + size)
        expected = begin + size
        at += 46 + name_size + extra_size + comment_size
    must(expected == directory_at, 'something lies between the entries')
    return found


def read_lines(data, path):
    if not data:
        return []
    must(data.endswith(b'\n'), f'{path}: the last line has no end')
    return [read_json(line) for line in data[:-1].split(b'\n')]


def read_package(file, key_id):
    comment_at = find_comment(file)
    seal = check_seal(file, comment_at, key_id)
    entries = read_entries(file, comment_at - 22)
    must('manifest.json' in entries, 'no manifest')

    def data(name):
        begin, end = entries[name]
        return file[begin:end]

    manifest = read_json(data('manifest.json'))
    must(manifest['format'] == FORMAT, f"format {manifest['format']}")
    files = manifest['files']
    paths = [one['path'] for one in files]
    must(paths == sorted(set(paths)), 'files are not sorted')
    must(set(paths) | {'manifest.json'} == set(entries), 'manifest and ZIP disagree')
    records = {}
    attachments = {}
    for one in files:
        content = data(one['path'])
        must(len(content) == one['size'] and sha256(content) == one['sha256'], f"{one['path']} is damaged")
        if one['kind'] == 'ATTACHMENT':
            must(one['path'] == 'attachments/' + one['sha256'], 'name of an attachment')
            attachments[one['sha256']] = one['size']
        else:
            must(one['path'] == RECORDS[one['kind']], 'name of a file of records')
            records[one['kind']] = read_lines(content, one['path'])
    must(set(records) == set(RECORDS), 'a file of records is missing')
    editions, withdrawals, statistics = (records[kind] for kind in RECORDS)
    check_records(manifest, editions, withdrawals, statistics, attachments)
    return {
        'manifest': manifest,
        'keyId': seal['keyId'],
        'seal': sha256(file[comment_at:]),
        'editions': editions,
        'withdrawals': withdrawals,
        'statistics': statistics,
        'attachments': attachments,
    }, data


def check_records(manifest, editions, withdrawals, statistics, attachments):
    must(manifest['counts'] == {
        'editions': len(editions),
        'withdrawals': len(withdrawals),
        'statistics': len(statistics),
        'attachments': len(attachments),
    }, 'counts')
    must(all(one['format'] == 'board-edition-record/2' for one in editions), 'format of an edition')
    must(all(one['format'] == 'board-withdrawal/2' for one in withdrawals), 'format of a withdrawal')
    must(all(one['format'] == 'board-duty-statistic/1' for one in statistics), 'format of a statistic')
    first, last = manifest['changes']['first'], manifest['changes']['last']
    seen = set()
    for listed in (editions, withdrawals):
        newest = 0
        for one in listed:
            change = one['change']
            must(newest < change and first <= change <= last and change not in seen, f'change {change}')
            seen.add(change)
            newest = change
    named = set()
    for one in editions:
        must(sha256(canonical(one['content']).encode('utf-8')) == one['hash'], f"hash of {one['indexNumber']}")
        for file in one['content']['attachments']:
            must(attachments.get(file['sha256']) == file['size'], f"file of {one['indexNumber']}")
            named.add(file['sha256'])
    must(named == set(attachments), 'a file that no edition names')
    chain = manifest['chain']
    before = manifest['sequence'] - len(chain)
    must([link['sequence'] for link in chain] == list(range(before, manifest['sequence'])), 'chain')
    must(not chain or chain[-1]['seal'] == manifest['previous'], 'chain')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('file')
    parser.add_argument('--identity', help='a file with age identities')
    parser.add_argument('--key', help='id of the key that must have signed it')
    parser.add_argument('--attachments', help='a folder to write the attachments into, under their SHA-256')
    options = parser.parse_args()
    try:
        if options.file.endswith('.age'):
            opened = subprocess.run(['age', '--decrypt', '--identity', options.identity, options.file],
                                    capture_output=True, check=False)
            must(opened.returncode == 0, 'cannot decrypt')
            file = opened.stdout
        else:
            with open(options.file, 'rb') as source:
                file = source.read()
        reading, data = read_package(file, options.key)
        if options.attachments is not None:
            for one in reading['attachments']:
                must(HASH.fullmatch(one) is not None, 'name of an attachment')
                with open(os.path.join(options.attachments, one), 'wb') as out:
                    out.write(data('attachments/' + one))
    except (Refused, ValueError, KeyError, TypeError, AttributeError, IndexError, struct.error, RecursionError) as fault:
        print(f'{type(fault).__name__}: {fault}', file=sys.stderr)
        return 1
    sys.stdout.buffer.write(json.dumps(reading, ensure_ascii=False).encode('utf-8'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
