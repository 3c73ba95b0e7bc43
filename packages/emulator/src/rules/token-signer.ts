import { createPrivateKey, type KeyObject, sign } from 'node:crypto'

/**
 * Signs tokens as RS256 with the key below. Anybody can read that key and it protects nothing: it is here so that tokens
 * have the form of the real ones, and a start takes no time for making one. The emulator knows its tokens by themselves.
 */
export function createTokenSigner(): (text: string) => string {
  let key: KeyObject | undefined
  return (text) => {
    // Read with the first login, since reading it costs more than starting.
    key ??= createPrivateKey({ key: publicKnowledge, format: 'jwk' })
    return sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')
  }
}

const publicKnowledge = {
  kty: 'RSA',
  n:
    'mYRIGvjm_C7NZ548XwNQZqMA46CQTSrsXgO_2LykCn4OCCJvyEtM_MyMK4pj98q2UppJIiTj5ImyX-xqADzgT2uihi0acW_Q4_aF' +
    '1zYjAMvMRxgWU2SsKRW8amdVWVkrUWcwpw2htMafLLVWGVA3URERtMEaCUBir0h4CHX6GPOgVaBcDvAiDEwku-HSBn0YSU1mgw1x' +
    'IuJUpasgfnVyLzt5B7WXWRlcblgY0T_aRYwKVUi9VIDX_Blhgxxc9H5H_jbDi9KVGMEBFdxrL_pPs4S4VGFL_-X7hMDkQgRdv8Wq' +
    'aZYG7wNGxkMS5klNXD3xhZyHNfgrZwYhkSmpOMqvow',
  e: 'AQAB',
  d:
    'Eowm4gtcbO-CpZg6lwgheKUNAHNvu8MJ17oAPcFc2F-udlEizEI8xPY5oTERLujw6j31xAhM-FmikXBQxkKUn0PT2P4uCbKGvGQW' +
    'e4_w3rHAtn40hFLPcg9MOlbNuwPI9gbPm_9LoDm3FYG7K0fDxymWyA3khWWgBqlsxyjp1IW62JPgk2w1OfJgmcySeAa_vhxfxnD3' +
    '2XQyOZOGlYpbEfsw1B0biHZdVb9N8tTYWXLXNd5jRirkkr_T67TYcsJtD93KHsXlNLJrIuZKe2AJJNTriyQ_8ervWkrGszneHIhA' +
    'oNZGF0dV247BMpv2AT_8O-3B5zmoe4Xwoh0GNe7IoQ',
  p:
    'yxr_wvuLUc8926QgZV7Kmxl5G6UeHAMB84Wa9nnE-INq6oN4M4JPAuobPbqly6uZLXyxeeA8VImxp52-__T9SlhR3jzLD_AM7K5f' +
    '--Ha1Mlqr_Wlj2OrMmxi9ZsiSVpF7S35eVKKH98nNjAI0M2zTyfBm3IIAQyJPbVvEYYYzns',
  q:
    'wX82D6ATH5Migdxr_whDmYvGpvwsTNWDRn3VDqGpBPGkXadrHjYKwqeWbHIjffDyQmiLEeeOVZzPnhsjrdbeC91IWPjl5Ww5Oc0n' +
    'jXLmPJ27nOYDvGkupwr6QTnocCPavzPCF524a4u4c3YiNFqeHUsabN1-f2lYvQ8VC5uDbvk',
  dp:
    'nvCz8YwTzKOXTsizqWBywMlAYwfl9hnMbxvA1t0X7To6cucLK5Pv7OHzC22CzU2uA1CvOibmT2mpovfpPjgj9wgCmR2N8xzxoE4d' +
    'QunN6_LrEGP1ea6PjFgRYQ5T2H9SdXci4XRcLvDcqKUSYQR4K5t7AQBNjzSWObo__sCnrP0',
  dq:
    'AbZigBjmkmz27TdKLWOhVYaLJ4crzTJGiyUp8Ys0t7p7vehxZj8MMVTSW_tWnRK40iWitXHbLJ7Kp5eN5Uf1hx1aOo9ZWYJvrzdF' +
    'llbh-r9anbTba5tysj_Cnzkn-XYXxYFrwlG_BBSkeUEeZGA47gFwJm5_ZBlGk8XCZevmaeE',
  qi:
    'yLZ2AaFqaef54x4NCUvGLoZ9kt_-BFsNQVlbUknNwX7I7Y8EVhah5Ay4bBxTAnurNgYwBUc2DxykmejMXq58vYjhUZxcxXaaZ4_U' +
    '5L9-qJtSQhuR5jynZwmbiHss8g4X5KFVfF0isABgKMElq0eGg4BpJj2V5240OhbolozSCUk',
}
