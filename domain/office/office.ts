/** The office that keeps the board (申请受理与联系信息: S002, R-037). */
export type Office = {
  readonly name: string
  /** 统一社会信用代码, 18 characters with check digit (GB 32100-2015). */
  readonly uscc: string
  /** 行政区划代码, 6 to 12 digits (GB/T 2260 and the statistics code). */
  readonly regionCode: string
  readonly telephone: string
  readonly address: string
  readonly openingHours: string
  /** Template of the 索引号, e.g. `{uscc}/{yyyy}-{seq:5}`. */
  readonly indexTemplate: string
}
