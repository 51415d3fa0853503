/** Asking and sending is what is measured here, so nothing is limited. */
export const unlimited = {
  HEARTH_ROOMS_PER_HOUR: '0',
  HEARTH_JOINS_PER_MINUTE: '0',
  HEARTH_REQUESTS_PER_SECOND: '0',
  HEARTH_CLIENT_IDS_PER_MINUTE: '0',
  HEARTH_COMMANDS_PER_SECOND: '0',
  HEARTH_FRAMES_PER_SECOND: '0',
  HEARTH_BYTES_PER_SECOND: '0',
  HEARTH_SOCKETS_PER_ADDRESS: '0',
  HEARTH_LOG_LEVEL: 'silent',
} as const;
