import { readFileSync } from 'node:fs'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { keyIdOf } from '../../sealed/package-key.ts'
import type { PackageToSend } from '../../server/exchange/network/step.ts'
import { testSender } from './exchange-transport.ts'

/** What the child is told. */
export type SenderOrder = {
  readonly port: number
  readonly certificate: string
  readonly uscc: string
  readonly key: string
  readonly package: PackageToSend
}

// An office that sends, in a process of its own, to be killed.
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SenderOrder
const privateKey = createPrivateKey(order.key)
const publicKey = createPublicKey(privateKey)
const sender = testSender({
  port: order.port,
  certificate: order.certificate,
  office: { uscc: order.uscc, key: { keyId: keyIdOf(publicKey), privateKey, publicKey } },
  packages: [order.package],
  pieceSize: 128 * 1024,
})
process.stdout.write('begun\n')
const outcome = await sender.run()
process.stdout.write(`ended: ${JSON.stringify({ ...outcome, confirmed: sender.confirmed })}\n`)
