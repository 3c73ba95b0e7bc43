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
  EMU0004: own(
    501,
    'The emulator does not do {0} yet; ask for it by this name at https://github.com/soracom-fixtures/soracom-fixtures/issues',
    'エミュレーターは {0} にまだ対応していません。必要な場合は、この名前を添えて https://github.com/soracom-fixtures/soracom-fixtures/issues でご要望ください。',
  ),
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

  EMU0100: own(400, 'The permission is not valid: {0}', 'パーミッション構文が正しくありません: {0}'),
  EMU0101: own(400, 'The trust policy is not valid: {0}', '信頼ポリシー構文が正しくありません: {0}'),
  EMU0102: own(400, 'There is a {0} named {1} already', '{0} {1} はすでに存在します。'),
  EMU0103: own(400, 'An operator can have {1} {0}s, not more', '{0} は 1 オペレーターにつき {1} 件までです。'),
  EMU0104: own(400, 'The user {0} has a password already', 'ユーザー {0} のパスワードはすでに設定されています。'),
  EMU0105: own(401, 'A code of multi-factor authentication is needed', '多要素認証のコードが必要です。'),
  EMU0106: own(400, 'The code of multi-factor authentication is wrong', '多要素認証のコードが正しくありません。'),
  EMU0107: own(400, 'Multi-factor authentication of {0} is {1} already', '{0} の多要素認証はすでに {1} の状態です。'),
  EMU0108: own(
    400,
    'The role {0} is attached to users; detach it first',
    'ロール {0} はユーザーにアタッチされています。先にデタッチしてください。',
  ),
  EMU0109: own(400, 'The role {0} is attached to {1} already', 'ロール {0} はすでに {1} にアタッチされています。'),
  EMU0110: own(
    400,
    'Switching to the user {0} of {1} is not allowed',
    '{1} のユーザー {0} へのスイッチは許可されていません。',
  ),
  EMU0111: own(
    400,
    '{0} is a role of the operator; only roles that SORACOM manages have versions',
    '{0} はオペレーター管理ロールです。バージョンがあるのは SORACOM 管理ロールだけです。',
  ),
  EMU0140: own(401, 'An MFA one-time password is required', 'MFA のワンタイムパスワードが必要です。'),
  EMU0141: own(400, 'The MFA one-time password is wrong', 'MFA のワンタイムパスワードが正しくありません。'),
  EMU0142: own(400, 'MFA is {0}; it cannot be {1}', 'MFA は {0} のため {1} できません。'),
  EMU0143: own(400, 'The {0} {1} already exists', '{0} {1} はすでに存在します。'),
  EMU0144: own(400, 'There can be no more than {0} {1}', '{1} は {0} を超えて登録できません。'),
  EMU0145: own(400, 'The primary email address cannot be deleted', 'プライマリメールアドレスは削除できません。'),
  EMU0146: own(
    400,
    'Exactly one of targetOperatorId, targetGroupId, targetImsi and targetSimId is needed; there are {0}',
    'targetOperatorId、targetGroupId、targetImsi、targetSimId のいずれか一つだけを指定してください (現在 {0} 個)。',
  ),
  EMU0147: own(
    400,
    'ImeiLockAction needs a SubscriberSessionStatusRule whose hasImei is true',
    'ImeiLockAction には hasImei が true の SubscriberSessionStatusRule が必要です。',
  ),
  EMU0148: own(400, 'The contract {0} is not available here', '契約 {0} はここでは利用できません。'),
  EMU0180: own(
    403,
    'The link to this file is wrong or has expired',
    'ファイルのリンクが無効か、有効期限が切れています。',
  ),
  EMU0181: own(400, '{0} is virtual; it cannot be {1}', '{0} はバーチャル SIM のため {1} できません。'),
  EMU0182: own(400, '{0} cannot receive SMS', '{0} は SMS を受信できません。'),
  EMU0183: own(400, '{0} does not report local information', '{0} はローカル情報の報告に対応していません。'),
  EMU0184: own(
    400,
    'The SMS has {0} characters; its encoding allows {1}',
    'SMS は {0} 文字です。このエンコーディングでは {1} 文字までです。',
  ),
  EMU0185: own(
    400,
    'The SMS has a character that GSM 7-bit lacks: {0}',
    'SMS に GSM 7-bit で送信できない文字があります: {0}',
  ),
  EMU0186: own(
    400,
    'No other operator has the ID {0} and that email address',
    'ID が {0} で、指定のメールアドレスを持つ他のオペレーターはいません。',
  ),
  EMU0187: own(
    400,
    '{0} is {1}; only ready SIMs can be transferred',
    '{0} は {1} です。譲渡できるのは ready の SIM だけです。',
  ),
  EMU0188: own(400, '{0} is being transferred already', '{0} はすでに譲渡手続き中です。'),
  EMU0189: own(
    400,
    'None of the SIMs of this transfer can be transferred any more',
    'この譲渡の対象の SIM は、いずれも譲渡できなくなりました。',
  ),
  EMU0190: own(
    400,
    '{0} are for operators of coverage type jp only',
    '{0} は日本カバレッジのオペレーターだけが利用できます。',
  ),
  EMU0191: own(
    400,
    'No discount of {0}, paid {1}, for {2} months is available',
    '{0}、支払い {1}、{2} か月の割引はありません。',
  ),
  EMU0192: own(
    400,
    'The SIMs of order {0} are registered; their initial settings cannot be changed',
    '注文 {0} の SIM は登録済みのため、初期設定を変更できません。',
  ),
  EMU0193: own(400, 'No payer information is registered', '支払者情報が登録されていません。'),
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
  EMU0228: own(400, 'The request body is not {0}: {1}', 'リクエストボディが {0} ではありません: {1}'),
  EMU0229: own(
    415,
    'The Content-Encoding {0} is not known; there are {1}',
    'Content-Encoding {0} には対応していません。使えるのは {1} です。',
  ),
  EMU0230: own(
    501,
    'The rate card {0} has no price for what the bill is of: {1}',
    '料金表 {0} に、この請求に必要な料金がありません: {1}',
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
