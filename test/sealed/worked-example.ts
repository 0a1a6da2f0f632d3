import { createPrivateKey, createPublicKey } from 'node:crypto'
import { keyIdOf, type PackageKey } from '../../sealed/package-key.ts'
import { writeCountyCard, writeOfficeCard } from '../../sealed/card.ts'
import { writeReceiptCode } from '../../sealed/receipt-code.ts'
import { writeReceipt } from '../../sealed/receipt.ts'
import type { PackageInput } from '../../sealed/write-package.ts'
import { COUNTY_CARD, OFFICE_CARD, accepted, receiptOf, rejected } from './document-fixture.ts'
import { FILE, HEAD, STATISTIC, WITHDRAWAL, content, edition, openFrom } from './package-fixture.ts'

// RFC 8032 §7.1, test 1. PKCS 8 around it, which is the same for every Ed25519 key.
const SECRET = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const PKCS8 = '302e020100300506032b657004220420'

/** The key that everybody has. */
export function exampleKey(): PackageKey {
  const privateKey = createPrivateKey({
    key: Buffer.from(PKCS8 + SECRET, 'hex'),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return { keyId: keyIdOf(publicKey), privateKey, publicKey }
}

/** The package on the page: the same bytes wherever it is built. */
export function exampleInput(target: string): PackageInput {
  const display = content('关于2026年11月最低生活保障审核结果的公示', '经审核，现将名单予以公示。', [FILE])
  return {
    target,
    key: exampleKey(),
    head: {
      ...HEAD,
      sequence: 2,
      previous: 'c0'.repeat(32),
      chain: [{ sequence: 1, seal: 'c0'.repeat(32) }],
      changes: { first: 2, last: 5, heldBack: 1 },
      lastReceipt: { countyInstanceId: '01990000-0000-7000-8000-00000000c001', number: 1 },
    },
    editions: [
      edition(2, display),
      edition(3, content('关于𬭎镕等生僻字的说明', '姓名中的生僻字按原样保留。', [FILE])),
    ],
    withdrawals: [WITHDRAWAL],
    statistics: [STATISTIC],
    openAttachment: openFrom(FILE),
  }
}

/** The receipt on the page. */
export const EXAMPLE_RECEIPT = receiptOf([accepted(2), { ...rejected(3), remarks: ['remark.clock'] }])

/** The signed documents on the page, in its order. */
export function exampleDocuments(): readonly string[] {
  const key = exampleKey()
  return [
    writeReceipt(EXAMPLE_RECEIPT, key),
    writeReceiptCode(EXAMPLE_RECEIPT, key),
    writeOfficeCard(OFFICE_CARD, key),
    writeCountyCard({ ...COUNTY_CARD, office: { ...COUNTY_CARD.office, keyId: key.keyId } }, key),
  ]
}
