/**
 * Which way a file goes: packages of the county are ZIP files, encrypted or not; everything else is read as a receipt, and refused as
 * such when it is none.
 * @example isCountyPackage('county-119900000000000019-000002.zip') // true
 */
export function isCountyPackage(name: string): boolean {
  return /\.(?:zip|age)$/iu.test(name)
}
