import { Script } from 'node:vm'
import ts from 'typescript'

const TOO_NEW: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.ClassStaticBlockDeclaration,
  ts.SyntaxKind.QuestionDotToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]

/** Why old engines could not run a script: it does not parse at all, or uses syntax of 2020 and later. */
export function unreadable(code: string): string[] {
  try {
    new Script(code)
  } catch (error) {
    return [String(error)]
  }
  const found = new Set<ts.SyntaxKind>()
  const visit = (node: ts.Node) => {
    if (TOO_NEW.includes(node.kind)) found.add(node.kind)
    if (ts.isBinaryExpression(node) && TOO_NEW.includes(node.operatorToken.kind)) found.add(node.operatorToken.kind)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS))
  return [...found].map(kind => ts.SyntaxKind[kind] ?? String(kind))
}
