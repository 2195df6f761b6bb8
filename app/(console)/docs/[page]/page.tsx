import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Markdown } from '@/components/docs/markdown'
import { requireCaller } from '@/lib/entry/caller'
import { readConsoleDocs } from '@/lib/usecases/read-console-docs'

export async function generateMetadata({ params }: PageProps<'/docs/[page]'>): Promise<Metadata> {
  return { title: readConsoleDocs((await params).page)?.title }
}

export default async function DocsPage({ params }: PageProps<'/docs/[page]'>) {
  await requireCaller()
  const page = readConsoleDocs((await params).page)
  if (!page) notFound()
  return (
    <article className="mx-auto max-w-3xl">
      <Markdown text={page.text} />
    </article>
  )
}
