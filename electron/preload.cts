// The whole bridge between a desk page and the shell. CommonJS, since a sandboxed preload cannot be a module.
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('boardShell', {
  printers: () => ipcRenderer.invoke('board:printers'),
})
