'use server'

import { redirect } from 'next/navigation'
import { SearchInput } from '@/lib/contracts/search'
import { action } from '@/lib/entry/action'
import { endSession } from '@/lib/entry/caller'
import { search } from '@/lib/usecases/search'

export const searchAction = action(SearchInput, search)

export async function signOutAction() {
  await endSession()
  redirect('/sign-in')
}
