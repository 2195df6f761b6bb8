import { randomUUID } from 'node:crypto'
import { ROLES, type Role } from '../domain/permission'
import { AppError } from '../errors'
import { isUniqueViolation, type Tx } from './db'

export const users = {
  async count(tx: Tx): Promise<number> {
    return tx.user.count()
  },

  async findRole(tx: Tx, id: string): Promise<Role | undefined> {
    const row = await tx.user.findUnique({ where: { id }, select: { role: true } })
    return ROLES.find((role) => role === row?.role)
  },

  /** @throws {AppError} `conflict` when the e-mail address is taken. */
  async insert(
    tx: Tx,
    user: { name: string; email: string; role: Role; passwordHash: string },
  ): Promise<{ id: string }> {
    const id = randomUUID()
    try {
      await tx.user.create({
        data: {
          id,
          name: user.name,
          email: user.email.toLowerCase(),
          role: user.role,
          emailVerified: true,
          accounts: {
            create: { id: randomUUID(), accountId: id, providerId: 'credential', password: user.passwordHash },
          },
        },
      })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw new AppError('conflict', `A user with the address ${user.email} exists already.`, {
        fields: { email: 'A user with this address exists already.' },
      })
    }
    return { id }
  },

  /** Sets a new password and ends every session of the user. @throws {AppError} `not-found` */
  async resetPassword(tx: Tx, email: string, passwordHash: string): Promise<void> {
    const user = await tx.user.findUnique({ where: { email: email.toLowerCase() } })
    if (!user) throw new AppError('not-found', `There is no user with the address ${email}.`)
    await tx.account.updateMany({
      where: { userId: user.id, providerId: 'credential' },
      data: { password: passwordHash },
    })
    await tx.session.deleteMany({ where: { userId: user.id } })
  },
}
