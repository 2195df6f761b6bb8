'use server'

import { SetUpInput, SignInInput } from '@/lib/contracts/account'
import { visitorAction } from '@/lib/entry/action'
import { setUp } from '@/lib/usecases/set-up'
import { signIn } from '@/lib/usecases/sign-in'

export const setUpAction = visitorAction(SetUpInput, setUp)
export const signInAction = visitorAction(SignInInput, signIn)
