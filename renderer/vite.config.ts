import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { fontLicences } from './font-licences.ts'
import { pdfFiles } from './pdf-files.ts'

const here = import.meta.dirname

const { version } = JSON.parse(readFileSync(resolve(here, '../package.json'), 'utf8')) as { version: string }

// One entry a face, so that the kiosk never loads what only the desk needs.
export default defineConfig({
  root: here,
  base: '/',
  define: { __PROGRAM_VERSION__: JSON.stringify(version) },
  plugins: [react(), fontLicences(), pdfFiles()],
  // The reader of PDFs works in a thread of its own, which is a module.
  worker: { format: 'es' },
  build: {
    outDir: resolve(here, '../out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // Everything comes from this PC or its local network, and areas load when opened: size is a start-up cost only.
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        county: resolve(here, 'county/index.html'),
        desk: resolve(here, 'desk/index.html'),
        kiosk: resolve(here, 'kiosk/index.html'),
        sheet: resolve(here, 'sheet/index.html'),
        signage: resolve(here, 'signage/index.html'),
      },
    },
  },
})
