import ts from 'typescript'
import { readText } from './read-repository.ts'

/** The doc comments of an interface's members, by name, each as one line. */
export function readMemberComments(path: string, interfaceName: string): Readonly<Record<string, string>> {
  const source = ts.createSourceFile(path, readText(path), ts.ScriptTarget.Latest, true)
  const found = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === interfaceName)
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${path} has no interface ${interfaceName}.`)
  const entries = found.members.map((member) => {
    const comment = ts.getJSDocCommentsAndTags(member).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    return [member.name?.getText() ?? '', comment.join(' ').replaceAll(/\s+/g, ' ').trim()]
  })
  return Object.fromEntries(entries)
}
