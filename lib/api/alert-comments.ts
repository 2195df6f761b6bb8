import { z } from 'zod'
import {
  COMMENT_FORMATS,
  CommentId,
  CommentsQuery,
  CreateCommentInput,
  UpdateCommentInput,
} from '../contracts/alert-record'
import { operation } from './operation'
import { DateTimeShape, pageOf } from './shapes'

const ActorShape = z.object({ id: z.string(), type: z.enum(['user', 'api-token', 'system']), name: z.string() })

const CommentShape = z.object({
  id: z.string(),
  alertId: z.string(),
  body: z.string().describe('As it was written: HTML is not safe to show as such.'),
  format: z.enum(COMMENT_FORMATS),
  createdAt: DateTimeShape,
  createdBy: ActorShape,
  updatedAt: DateTimeShape.optional(),
  updatedBy: ActorShape.optional(),
})

const example = { alertId: '0f8e6c2a9b4d4c1f8a7e5d3b2c1a0f9e', body: 'A known scanner.', format: 'PLAIN_TEXT' }

export const listAlertComments = operation({
  id: 'listAlertComments',
  method: 'GET',
  path: '/v1/alert-comments',
  group: 'Alerts',
  summary: 'List an alert’s comments, the oldest first',
  permission: 'AlertRead',
  query: CommentsQuery,
  answer: pageOf(CommentShape),
})

export const createAlertComment = operation({
  id: 'createAlertComment',
  method: 'POST',
  path: '/v1/alert-comments',
  group: 'Alerts',
  summary: 'Comment on an alert',
  permission: 'AlertModify',
  body: CreateCommentInput,
  answer: CommentShape,
  example,
})

export const getAlertComment = operation({
  id: 'getAlertComment',
  method: 'GET',
  path: '/v1/alert-comments/{id}',
  group: 'Alerts',
  summary: 'Read a comment',
  permission: 'AlertRead',
  params: CommentId,
  answer: CommentShape,
})

export const updateAlertComment = operation({
  id: 'updateAlertComment',
  method: 'POST',
  path: '/v1/alert-comments/{id}',
  group: 'Alerts',
  summary: 'Change a comment',
  description: 'It stays with its alert: `alertId`, where given, must be that of its own.',
  permission: 'AlertModify',
  params: CommentId,
  body: UpdateCommentInput.omit({ id: true }),
  answer: CommentShape,
  example,
})
