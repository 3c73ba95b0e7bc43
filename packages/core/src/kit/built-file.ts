/**
 * Where a file of the built package stands that is loaded by itself: beside the other built ones. Run from the sources, it
 * is the built one as well.
 */
export function builtFile(name: string): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../../dist/${name}` : `./${name}`, import.meta.url)
}
