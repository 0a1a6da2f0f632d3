// Two rules of the house that oxlint does not bring.

/** @typedef {{ report: (finding: { node: unknown, message: string }) => void, sourceCode: { getAllComments: () => { value: string }[] } }} Context */

const noReExport = {
  /** @param {Context} context */
  create(context) {
    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      if (node.source)
        context.report({ node, message: 'Import the file that has it: a re-export is a barrel of one.' })
    }
    return { ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}

const lintOffNeedsReason = {
  /** @param {Context} context */
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*(oxlint|eslint)-disable/.test(comment.value) || / -- \S/.test(comment.value)) continue
          context.report({ node: comment, message: 'Say after " -- " why the rule is wrong here.' })
        }
      },
    }
  },
}

const plugin = {
  meta: { name: 'board' },
  rules: { 'no-re-export': noReExport, 'lint-off-needs-reason': lintOffNeedsReason },
}

export default plugin
