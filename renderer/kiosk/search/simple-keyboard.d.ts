// The package's main file is its build for old browsers, twice the size; types stand beside the other one only.
declare module 'simple-keyboard/build/index.modern.esm.js' {
  import type { SimpleKeyboard } from 'simple-keyboard'

  const Keyboard: typeof SimpleKeyboard
  type Keyboard = SimpleKeyboard
  export default Keyboard
}
