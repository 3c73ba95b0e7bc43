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
    /**
     * Makes an operator in one step and logs in as it. Not repeated when its answer is lost: log in instead. Refused
     * with AUM0003 where the address is taken, with SBX1002 where the production auth key is wrong.
     */
    async initializeOperator(body: InitRequest): Promise<AuthResponse> {
      return (
        await call<AuthResponse>({
          operationId: 'sandboxInitializeOperator',
          method: 'POST',
          path: '/sandbox/init',
          body,
          authenticated: false,
          repeat: 'unsafe',
        })
      ).value
    },
    /** Gives the token that signing up sends by e-mail. Refused with SBX1003 where nobody signed up with the address. */
    async getSignupToken(email: string, body: SignupTokenRequest): Promise<SignupTokenResponse> {
      return (
        await call<SignupTokenResponse>({
          operationId: 'sandboxGetSignupToken',
          method: 'POST',
          path: '/sandbox/operators/token/{email}',
          params: { email },
          body,
          repeat: 'safe',
          authenticated: false,
        })
      ).value
    },
    /** Deletes an operator with everything that it has. Refused with 400 where there is none. */
    async deleteOperator(operatorId: string): Promise<void> {
      await call({
        operationId: 'sandboxDeleteOperator',
        method: 'DELETE',
        path: '/sandbox/operators/{operatorId}',
        params: { operatorId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Ships a confirmed order at once. */
    async shipOrder(body: ShipOrderRequest): Promise<void> {
      await call({
        operationId: 'sandboxShipOrder',
        method: 'POST',
        path: '/sandbox/orders/ship',
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Inserts Air stats (bytes) of one point of time, in UNIX seconds. Refused with 400 where it has some already. */
    async insertAirStats(imsi: string, body: InsertAirStatsRequest): Promise<void> {
      await call({
        operationId: 'sandboxInsertAirStats',
        method: 'POST',
        path: '/sandbox/stats/air/subscribers/{imsi}',
        params: { imsi },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Inserts Beam stats (counts) of one point of time, in UNIX seconds. Refused with 400 where it has some already. */
    async insertBeamStats(imsi: string, body: InsertBeamStatsRequest): Promise<void> {
      await call({
        operationId: 'sandboxInsertBeamStats',
        method: 'POST',
        path: '/sandbox/stats/beam/subscribers/{imsi}',
        params: { imsi },
        body,
        repeat: 'unsafe',
        answer: 'none',
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
          repeat: 'safe',
        })
      ).value
    },
    /** Makes a coupon that belongs to nobody until it is registered. Not repeated when its answer is lost. */
    async createCoupon(body: CreateCouponRequest): Promise<CouponRecord> {
      return (
        await call<CouponRecord>({
          operationId: 'sandboxCreateCoupon',
          method: 'POST',
          path: '/sandbox/coupons/create',
          body,
          repeat: 'unsafe',
        })
      ).value
    },
  }
}
