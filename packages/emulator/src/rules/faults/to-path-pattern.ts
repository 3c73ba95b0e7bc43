import { basePath } from '@soracom-fixtures/api'

/** What a fault's path stands for: `{name}` and `*` for one segment, `**` for any number; with `/v1` or without. */
export function toPathPattern(path: string): RegExp {
  const below = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  const source = below
    .split(/(\{\w+\}|\*\*|\*)/)
    .map((part, index) => (index % 2 === 1 ? (part === '**' ? '.*' : '[^/]+') : quote(part)))
    .join('')
  return new RegExp(`^${quote(basePath)}${source}$`)
}

function quote(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
