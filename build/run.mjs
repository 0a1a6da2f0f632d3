import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and gives its exit code; a program ended by a signal counts as failed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, [...args], { stdio: 'inherit', ...options })
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })
}

/**
 * Runs a program and gives what it wrote, for programs that say little.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export function runQuietly(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (part) => (text += part))
    child.stderr.on('data', (part) => (text += part))
    child.once('error', (error) => done({ code: 127, text: error.message }))
    child.once('close', (code) => done({ code: code ?? 1, text }))
  })
}
