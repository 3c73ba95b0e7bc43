import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { rulesOf } from '../planning/rules-of.ts'
import { type Operator, type OperatorData, toOperatorData, toOperatorHandle } from './operator-handle.ts'
import type { SignupOptions } from './signup-options.ts'

/** What an operator is declared with. */
export interface OperatorOptions extends SignupOptions {
  /** An e-mail address of your own; a unique one is made unless told. */
  readonly email?: string
  /** A password of your own (8 to 100 characters with a lower-case letter, an upper-case letter and a digit). */
  readonly password?: string
  /** Whether an auth key of its own is made for it, for code under test that logs in itself. */
  readonly authKey?: boolean
}

/** A declared operator. */
export type OperatorDeclaration = Declaration<Operator, OperatorOptions, never>

/**
 * Declares an operator: an account of its own in the sandbox, that everything else of the set belongs to. Deleting it at
 * teardown deletes everything with it.
 *
 * @example
 * const shop = operator({ coverageTypes: ['jp', 'g'] })
 * const fx = useFixtures({ shop })
 * test('it can be read', async () => {
 *   expect(await fx.shop.client.operators.get(fx.shop.operatorId)).toMatchObject({ email: fx.shop.email })
 * })
 */
export const operator: ResourceFactory<OperatorOptions, Operator> = defineResource({
  kind: 'operator',
  ...rulesOf(({ operatorRules }) => operatorRules),
  create: async (context) => await (await import('./create-operator.ts')).createOperator(context),
  async destroy({ handle, platform }) {
    const { deleteOperator } = await import('./operator-account.ts')
    await deleteOperator(handle.client, handle, handle.credentials)
    await platform.deleted(handle.email)
  },
  label: ({ operatorId }) => `operator ${operatorId}`,
  share: {
    toData: toOperatorData,
    fromData: (data: OperatorData, context) => toOperatorHandle(data, () => context.client),
  },
})
