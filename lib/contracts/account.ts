import { z } from 'zod'
import { PASSWORD_MIN_LENGTH } from '../domain/console'

const Password = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `A password has at least ${PASSWORD_MIN_LENGTH} characters.`)
  .max(128, 'A password has at most 128 characters.')

const Email = z.string().trim().toLowerCase().pipe(z.email('Give an e-mail address, such as ada@example.com.').max(254))

export const NewUser = z.object({
  name: z.string().trim().min(1, 'Give your name.').max(100, 'A name has at most 100 characters.'),
  email: Email,
  password: Password,
})
export type NewUser = z.output<typeof NewUser>

export const SetUpInput = NewUser.extend({
  token: z.string().trim().min(1, 'Paste the set-up token that the server printed when it started.').max(200),
})
export type SetUpInput = z.output<typeof SetUpInput>

export const SignInInput = z.object({
  email: Email,
  password: z.string().min(1, 'Give your password.').max(128),
})
export type SignInInput = z.output<typeof SignInInput>
