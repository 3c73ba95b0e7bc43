/** A URL as its path and its query. Clients leave a bare question mark at the end, and may send a whole URL. */
export function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const local = url.startsWith('/') ? url : url.replace(/^\w+:\/\/[^/?#]*/, '')
  const at = local.indexOf('?')
  return at < 0 ? { path: local, query: '' } : { path: local.slice(0, at), query: local.slice(at + 1) }
}
