import { dropMails } from './mailbox.ts'
import type { OperatorState } from './operator.ts'
import { findByImsi, removeSim } from './sim-table.ts'
import { hasKey } from './sorted-keys.ts'
import { dropTransfer } from './transfers.ts'
import type { World } from './world.ts'

/** Takes an operator out of the world, with its tokens, keys, users, SIMs, coupons and files. Its address is free again. */
export function deleteOperator(world: World, operator: OperatorState): void {
  for (const token of operator.tokens) world.sessions.delete(token)
  for (const authKeyId of operator.authKeys.keys()) world.authKeys.delete(authKeyId)
  for (const { authKeys } of operator.users.values()) {
    for (const authKeyId of authKeys.keys()) world.authKeys.delete(authKeyId)
  }
  // Most of those that it made are its own by now.
  for (const imsi of operator.madeImsis) if (!hasKey(operator.imsis, imsi)) deleteSim(world, operator, imsi)
  for (const chunk of operator.imsis.chunks) for (const imsi of chunk) deleteSim(world, operator, imsi)
  for (const code of [...operator.couponCodes, ...operator.madeCouponCodes]) {
    const owner = world.coupons.get(code)?.operatorId
    if (owner === undefined || owner === operator.operatorId) world.coupons.delete(code)
  }
  for (const { key } of operator.exports.values()) world.exports.delete(key)
  for (const token of operator.transferTokens) dropTransfer(world, token)
  for (const orderId of operator.orders.keys()) world.laggingOrders.delete(orderId)
  for (const token of operator.account.mailTokens) world.mailTokens.delete(token)
  dropMails(world, operator)
  world.operators.delete(operator.operatorId)
  world.operatorIdsByEmail.delete(operator.email)
  world.signups.delete(operator.email)
  world.counts.operatorsDeleted += 1
}

// What another operator has registered since is the other's.
function deleteSim(world: World, operator: OperatorState, imsi: string): void {
  const sim = findByImsi(world, imsi)
  if (!sim || (sim.operatorId !== undefined && sim.operatorId !== operator.operatorId)) return
  removeSim(world, imsi)
  world.laggingIndex.delete(imsi)
  if (world.laggingStats.size === 0) return
  for (const kind of ['air', 'beam']) world.laggingStats.delete(`${imsi} ${kind}`)
}
