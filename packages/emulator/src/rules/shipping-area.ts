import type { ShippingArea } from '@soracom-fixtures/api'

/** The shipping area of a prefecture by its Japanese name, or nothing where there is no such prefecture. */
export function toShippingArea(state: string): ShippingArea | undefined {
  return areas.get(state.trim())
}

const prefectures: Readonly<Record<ShippingArea, string>> = {
  hokkaido: '北海道',
  kita_tohoku: '青森県 岩手県 秋田県',
  minami_tohoku: '宮城県 山形県 福島県',
  kanto: '茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 山梨県',
  shinetsu: '新潟県 長野県',
  hokuriku: '富山県 石川県 福井県',
  chubu: '岐阜県 静岡県 愛知県 三重県',
  kansai: '滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県',
  chugoku: '鳥取県 島根県 岡山県 広島県 山口県',
  shikoku: '徳島県 香川県 愛媛県 高知県',
  kyushu: '福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県',
  okinawa: '沖縄県',
}

const areas = new Map(
  Object.entries(prefectures).flatMap(([area, names]) =>
    names.split(' ').map((name) => [name, area as ShippingArea] as const),
  ),
)
