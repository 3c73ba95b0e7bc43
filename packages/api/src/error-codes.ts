/** One code of the API's error bodies. `{0}`, `{1}` … in a text are filled from the error's arguments. */
export interface ErrorCode {
  readonly status: number
  readonly en: string
  readonly ja: string
  /** `seen`: in answers of the real service or its documents. `emulator`: no source tells the code; the emulator's own. */
  readonly origin: 'seen' | 'emulator'
}

/**
 * The error codes that are known. No public list exists: the `seen` ones come from tests, comments and documents of
 * real clients, with the English text as it was seen (misspellings too; the Japanese texts are ours). Codes that begin
 * with `EMU` are the emulator's, so that no test comes to lean on a code that the service does not have.
 */
export const errorCodes = {
  AUM0001: seen(401, 'Token is required in the request header', 'リクエストヘッダーにトークンが必要です。'),
  AUM0002: seen(401, 'Invalid username/password supplied.', 'ユーザー名またはパスワードが正しくありません。'),
  AUM0003: seen(400, 'This email is already registered.', 'このメールアドレスはすでに登録されています。'),
  AUM0010: seen(400, 'Invalid password format.', 'パスワードの形式が正しくありません。'),
  AUM0015: seen(400, 'Invalid email address.', 'メールアドレスが正しくありません。'),
  COM0003: seen(500, 'Internal server error. message:{0}', 'サーバー内部でエラーが発生しました。 message:{0}'),
  COM0006: seen(400, 'Token is invalid.', 'トークンが正しくありません。'),
  COM0008: seen(400, 'Constraint vaiolation of input value. message:{0}', '入力値が制約に違反しています。 message:{0}'),
  PAY0025: seen(
    400,
    'Period until the expiration date of the card is too short.',
    'カードの有効期限までの期間が短すぎます。',
  ),
  SBX1002: seen(
    400,
    'Invalid authKeyId or authKey of the production environment.',
    '本番環境の認証キーが正しくありません。',
  ),
  SBX1003: seen(
    400,
    'Unable to get verified one time token. please create an user at first',
    'ワンタイムトークンを取得できません。先にユーザーを作成してください。',
  ),
  SEM0016: seen(400, 'The specified subscriber is offline', '指定された Subscriber はオフラインです。'),
  AGW0005: seen(500, 'Internal error', '内部エラー'),

  EMU0001: own(400, 'The request body is not JSON: {0}', 'リクエストボディが JSON ではありません: {0}'),
  EMU0002: own(413, 'The request body is larger than {0} bytes', 'リクエストボディが {0} バイトを超えています。'),
  EMU0003: own(404, 'No such path in the API: {0}', 'API にないパスです: {0}'),
  EMU0004: own(501, 'The emulator does not do {0} yet', 'エミュレーターは {0} にまだ対応していません。'),
  EMU0005: own(404, 'No such {0}: {1}', '{0} が見つかりません: {1}'),
  EMU0006: own(400, 'Invalid value of {0}: {1}', '{0} の値が正しくありません: {1}'),
  EMU0007: own(400, 'A SIM of {2} cannot go from {0} to {1}', '{2} の SIM は {0} から {1} に変更できません。'),
  EMU0008: own(
    400,
    'Termination is disabled for {0}; enable it first',
    '{0} は解約が禁止されています。先に許可してください。',
  ),
  EMU0009: own(400, 'Wrong registration secret for {0}', '{0} の登録シークレットが正しくありません。'),
  EMU0010: own(400, '{0} is already registered', '{0} はすでに登録されています。'),
  EMU0011: own(
    400,
    'Stats of {0} at {1} have already been inserted',
    '{0} の {1} の統計情報はすでに登録されています。',
  ),
  EMU0012: own(400, 'A payment method is required', '支払い方法の登録が必要です。'),
  EMU0013: own(400, 'Order {0} is {1}; it cannot be {2}', '注文 {0} は {1} のため {2} できません。'),
  EMU0014: own(400, 'The quotation {0} is older than a month', '見積もり {0} は一か月以上前のものです。'),
  EMU0015: own(403, 'Host not allowed: {0}', '許可されていないホストです: {0}'),
  EMU0016: own(403, '{0} is not permitted', '{0} は許可されていません。'),
  EMU0017: own(401, 'The token has expired', 'トークンの有効期限が切れています。'),
  EMU0018: own(401, 'Invalid API key or token', 'API キーまたはトークンが正しくありません。'),
  EMU0019: own(429, 'Too many requests', 'リクエストが多すぎます。'),
  EMU0020: own(400, 'The bundle {0} does not belong to {1}', 'バンドル {0} は {1} では利用できません。'),
  EMU0021: own(400, 'Speed class {0} is not available for {1}', '速度クラス {0} は {1} では利用できません。'),
  EMU0022: own(400, 'A fault injected by the test: {0}', 'テストが注入した障害です: {0}'),

  EMU0220: own(
    404,
    'No such path in the API: {0}. Did you mean {1}?',
    'API にないパスです: {0}。{1} ではありませんか?',
  ),
  EMU0221: own(
    405,
    'The path has no {0}: {1}. It has {2}',
    'このパスでは {0} を使えません: {1}。使えるのは {2} です。',
  ),
  EMU0222: own(400, 'The request body is not UTF-8', 'リクエストボディが UTF-8 ではありません。'),
  EMU0223: own(
    403,
    'Control calls from a web page of another host are refused: {0}',
    '他のホストのページからの制御用の呼び出しは許可されていません: {0}',
  ),
  EMU0224: own(400, 'The clock was not moved: {0}', '時計を変更できません: {0}'),
  EMU0225: own(400, 'The fault was not added: {0}', '障害を追加できません: {0}'),
  EMU0226: own(400, 'The state was not restored: {0}', '状態を復元できません: {0}'),
  EMU0227: own(
    400,
    'The request body is nested deeper than {0} levels',
    'リクエストボディの入れ子が {0} 段を超えています。',
  ),
} as const satisfies Record<string, ErrorCode>

/** A code of an error body that the catalogue knows. */
export type KnownErrorCode = keyof typeof errorCodes

function seen(status: number, en: string, ja: string): ErrorCode {
  return { status, en, ja, origin: 'seen' }
}

function own(status: number, en: string, ja: string): ErrorCode {
  return { status, en, ja, origin: 'emulator' }
}
