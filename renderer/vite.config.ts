import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { fontLicences } from './font-licences.ts'

const here = import.meta.dirname

// One entry a face, so that the kiosk never loads what only the desk needs.
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), fontLicences()],
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
        desk: resolve(here, 'desk/index.html'),
        kiosk: resolve(here, 'kiosk/index.html'),
        sheet: resolve(here, 'sheet/index.html'),
        signage: resolve(here, 'signage/index.html'),
      },
    },
  },
})
