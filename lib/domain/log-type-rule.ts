/** The shape that any log type must have, known to us or not. */
export const LOG_TYPE_RULE = {
  pattern: /^[A-Za-z0-9._-]{1,200}$/,
  message: 'A log type has 1 to 200 letters, digits, dots, underscores and hyphens, such as AWS.CloudTrail.',
} as const
