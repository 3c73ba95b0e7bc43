import type {
  AuthResponse,
  CouponRecord,
  CreateCouponRequest,
  CreatedSubscriber,
  CreateSubscriberRequest,
  InitRequest,
  InsertAirStatsRequest,
  InsertBeamStatsRequest,
  ShipOrderRequest,
  SignupTokenRequest,
  SignupTokenResponse,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** The eight calls that the API Sandbox has and production has not. */
export function sandboxCalls(call: Call) {
  return {
    /** Makes an operator in one step and logs in as it. Not repeated when its answer is lost: log in instead. */
    async initializeOperator(body: InitRequest): Promise<AuthResponse> {
      return (
        await call<AuthResponse>({
          operationId: 'sandboxInitializeOperator',
          method: 'POST',
          path: '/sandbox/init',
          body,
          authenticated: false,
        })
      ).value
    },
    /** Gives the token that signing up sends by e-mail. */
    async getSignupToken(email: string, body: SignupTokenRequest): Promise<SignupTokenResponse> {
      return (
        await call<SignupTokenResponse>({
          operationId: 'sandboxGetSignupToken',
          method: 'POST',
          path: '/sandbox/operators/token/{email}',
          params: { email },
          body,
          repeatable: true,
          authenticated: false,
        })
      ).value
    },
    /** Deletes an operator with everything that it has. */
    async deleteOperator(operatorId: string): Promise<void> {
      await call({
        operationId: 'sandboxDeleteOperator',
        method: 'DELETE',
        path: '/sandbox/operators/{operatorId}',
        params: { operatorId },
      })
    },
    /** Ships a confirmed order at once. */
    async shipOrder(body: ShipOrderRequest): Promise<void> {
      await call({ operationId: 'sandboxShipOrder', method: 'POST', path: '/sandbox/orders/ship', body })
    },
    /** Inserts Air stats of one point of time. */
    async insertAirStats(imsi: string, body: InsertAirStatsRequest): Promise<void> {
      await call({
        operationId: 'sandboxInsertAirStats',
        method: 'POST',
        path: '/sandbox/stats/air/subscribers/{imsi}',
        params: { imsi },
        body,
      })
    },
    /** Inserts Beam stats of one point of time. */
    async insertBeamStats(imsi: string, body: InsertBeamStatsRequest): Promise<void> {
      await call({
        operationId: 'sandboxInsertBeamStats',
        method: 'POST',
        path: '/sandbox/stats/beam/subscribers/{imsi}',
        params: { imsi },
        body,
      })
    },
    /** Makes a SIM that belongs to nobody until it is registered; so it may be repeated. */
    async createSubscriber(body: CreateSubscriberRequest = {}): Promise<CreatedSubscriber> {
      return (
        await call<CreatedSubscriber>({
          operationId: 'sandboxCreateSubscriber',
          method: 'POST',
          path: '/sandbox/subscribers/create',
          body,
          repeatable: true,
        })
      ).value
    },
    /** Makes a coupon that belongs to nobody until it is registered; so it may be repeated. */
    async createCoupon(body: CreateCouponRequest): Promise<CouponRecord> {
      return (
        await call<CouponRecord>({
          operationId: 'sandboxCreateCoupon',
          method: 'POST',
          path: '/sandbox/coupons/create',
          body,
          repeatable: true,
        })
      ).value
    },
  }
}
