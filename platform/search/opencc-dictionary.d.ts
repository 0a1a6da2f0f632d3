declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified [other simplified…]` pairs joined by `|`. */
  const dictionary: string
  export default dictionary
}
