// The whole bridge between a desk page and the shell. CommonJS, since a sandboxed preload cannot be a module.
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('boardShell', {
  printers: () => ipcRenderer.invoke('board:printers'),
  print: (path: string, printer: string, copies: number) =>
    ipcRenderer.invoke('board:print', path, printer, copies),
})
