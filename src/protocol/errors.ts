/**
 * The one table of refusals. Clients switch on the code; people read the sentences: what happened, what is kept,
 * what to do next. `status` answers HTTP, `close` ends a WebSocket (44xx: final, 45xx and 1012: try again).
 */
export interface Refusal {
  readonly status: number;
  readonly close?: number;
  readonly retry: boolean;
  readonly message: string;
  readonly kept: string;
  readonly next: string;
}

const nothingLost = 'Nothing was changed.';
const onDevice = 'What you wrote is kept on this device.';

export const errors = {
  'bad-input': {
    status: 400,
    close: 4400,
    retry: false,
    message: 'This does not look right, so it was not saved.',
    kept: nothingLost,
    next: 'Check what you entered and try again.',
  },
  'no-seat': {
    status: 401,
    close: 4401,
    retry: false,
    message: 'This browser has no seat in the room.',
    kept: onDevice,
    next: 'Open the link you were given to join.',
  },
  'not-yours-to-do': {
    status: 403,
    close: 4403,
    retry: false,
    message: 'Your role in this room cannot do that.',
    kept: nothingLost,
    next: 'Ask the facilitator.',
  },
  'left-to-others': {
    status: 403,
    retry: false,
    message: 'You facilitate for now, so this is left to whoever led before.',
    kept: nothingLost,
    next: 'Ask them, or come in by the facilitators’ link.',
  },
  'foreign-origin': {
    status: 403,
    retry: false,
    message: 'This request came from another site.',
    kept: nothingLost,
    next: 'Open the room at its own address. If this is the right address, the operator sets HEARTH_ORIGIN.',
  },
  'not-found': {
    status: 404,
    close: 4404,
    retry: false,
    message: 'There is no room behind this link.',
    kept: onDevice,
    next: 'Check that the link is complete. If it is, it may have been renewed: ask for a new one.',
  },
  conflict: {
    status: 409,
    retry: true,
    message: 'Somebody else was a moment faster.',
    kept: nothingLost,
    next: 'Look at what changed, then decide again.',
  },
  'room-closed': {
    status: 409,
    close: 4409,
    retry: false,
    message: 'This room is closed and can only be read.',
    kept: 'What you wrote after closing is kept on this device as drafts.',
    next: 'Open the record, or ask the facilitator.',
  },
  'wrong-moment': {
    status: 409,
    retry: false,
    message: 'That cannot be done at this point of the meeting.',
    kept: nothingLost,
    next: 'Look at where the agenda stands and try what is offered there.',
  },
  'segment-begun': {
    status: 409,
    retry: false,
    message: 'This part has begun, so it keeps its place and what it is about.',
    kept: nothingLost,
    next: 'Change its words, or a part that is still to come.',
  },
  'segment-written': {
    status: 409,
    retry: false,
    message: 'There are notes of this part on the board already, so it stays on the agenda as what it is.',
    kept: nothingLost,
    next: 'Move it to where it is not in the way, or make it shorter.',
  },
  'agenda-changed': {
    status: 409,
    retry: false,
    message:
      'The agenda has changed again since, or the meeting has gone on, so this cannot be undone any more.',
    kept: 'The agenda stays as it is now.',
    next: 'Change back by hand what you want back.',
  },
  'segment-unclear': {
    status: 400,
    retry: false,
    message: 'These settings of a part contradict each other.',
    kept: nothingLost,
    next: 'To gather notes, choose lenses or prompts, not both; other parts have neither.',
  },
  'lens-unknown': {
    status: 409,
    retry: false,
    message: 'This room does not have one of these lenses.',
    kept: nothingLost,
    next: 'Choose among those there are, or add it as a lens of your own.',
  },
  'lens-held': {
    status: 409,
    retry: false,
    message: 'Somebody has held this lens already.',
    kept: nothingLost,
    next: 'It stays as it is. Add another lens instead.',
  },
  'lens-name-taken': {
    status: 409,
    retry: false,
    message: 'There is a lens of that name already.',
    kept: nothingLost,
    next: 'Choose that one, or give yours another name.',
  },
  'lens-in-use': {
    status: 409,
    retry: false,
    message: 'A part of the agenda looks through this lens.',
    kept: nothingLost,
    next: 'Take it out of that part first.',
  },
  'lenses-full': {
    status: 409,
    retry: false,
    message: 'There are as many lenses of your own as a room can have.',
    kept: nothingLost,
    next: 'Remove or change one that is not needed.',
  },
  'agenda-full': {
    status: 409,
    retry: false,
    message: 'The agenda cannot hold any more.',
    kept: nothingLost,
    next: 'Take a part out, or shorten what is there to read.',
  },
  'agenda-too-long': {
    status: 409,
    retry: false,
    message: 'There is not enough time for all of it, even at its shortest.',
    kept: nothingLost,
    next: 'Say what may go, take a part out, or plan more time.',
  },
  'reveal-too-early': {
    status: 409,
    retry: false,
    message: 'Notes are revealed after the last round, so that nobody can be told apart by when they wrote.',
    kept: 'All drafts stay on their desks.',
    next: 'Go on to the last round, then reveal.',
  },
  'open-items': {
    status: 409,
    retry: false,
    message: 'Something still lacks an outcome, words, an owner, a date or somebody’s word.',
    kept: nothingLost,
    next: 'Add what is missing, or close anyway and say why; the record will have it.',
  },
  'reason-missing': {
    status: 409,
    retry: false,
    message: 'Closing with something still open needs a reason.',
    kept: nothingLost,
    next: 'Say in one sentence why; it stands on the record.',
  },
  'not-yours-to-take': {
    status: 403,
    retry: false,
    message: 'Only the person it is asked of can give their word.',
    kept: nothingLost,
    next: 'Ask them to do it on their own screen.',
  },
  'ballot-too-large': {
    status: 409,
    retry: false,
    message: 'That is more than you have to give.',
    kept: 'Your answer stands as it was.',
    next: 'Take something back first, or ask the facilitator for a larger budget.',
  },
  'poll-closed': {
    status: 409,
    retry: false,
    message: 'This question is closed, so nothing about it can change any more.',
    kept: 'The result has every answer that was given in time and was not too large.',
    next: 'Look at the result.',
  },
  'poll-gone': {
    status: 404,
    retry: false,
    message: 'This question is not asked any more.',
    kept: 'No answer to it was counted, and none is kept.',
    next: 'Go on without it. The facilitator can ask again.',
  },
  'last-facilitator': {
    status: 409,
    retry: false,
    message: 'Somebody has to facilitate.',
    kept: nothingLost,
    next: 'Make somebody else a facilitator first.',
  },
  'never-led': {
    status: 409,
    retry: false,
    message: 'There is nothing to take back.',
    kept: nothingLost,
    next: 'Ask whoever facilitates to make you a facilitator.',
  },
  'facilitator-here': {
    status: 409,
    retry: false,
    message: 'A facilitator is here, or was until a moment ago.',
    kept: nothingLost,
    next: 'Ask again when nobody has facilitated for a minute.',
  },
  'not-here': {
    status: 409,
    retry: false,
    message: 'That person is not connected.',
    kept: nothingLost,
    next: 'Choose somebody who is here.',
  },
  'at-the-door': {
    status: 403,
    close: 4412,
    retry: false,
    message: 'You are waiting at the door.',
    kept: nothingLost,
    next: 'A facilitator will let you in.',
  },
  'door-locked': {
    status: 403,
    retry: false,
    message: 'The room takes nobody new right now.',
    kept: nothingLost,
    next: 'Ask whoever invited you to open the door, then try again.',
  },
  'door-full': {
    status: 409,
    retry: true,
    message: 'Too many people wait at the door already.',
    kept: nothingLost,
    next: 'Try again in a while, or ask whoever invited you.',
  },
  'seat-removed': {
    status: 403,
    close: 4413,
    retry: false,
    message: 'A facilitator has taken your seat away.',
    kept: onDevice,
    next: 'Copy what you need.',
  },
  'seat-moved': {
    status: 403,
    close: 4414,
    retry: false,
    message: 'You go on in another browser.',
    kept: onDevice,
    next: 'To come back here, take your seat to this browser in the same way.',
  },
  'board-locked': {
    status: 409,
    close: 4415,
    retry: false,
    message: 'The board is locked; only facilitators write on it.',
    kept: 'The words only you had are offered to you as drafts.',
    next: 'Wait until it is opened again, or write on your desk.',
  },
  'note-hidden': {
    status: 409,
    retry: false,
    message: 'A facilitator has taken this note off the board.',
    kept: 'Your words are still in the field.',
    next: 'Talk to whoever facilitates.',
  },
  'wrong-title': {
    status: 409,
    retry: false,
    message: 'That is not the title of this room.',
    kept: 'The room is still there.',
    next: 'Type the title exactly as it stands at the top of the room.',
  },
  'room-deleted': {
    status: 410,
    close: 4416,
    retry: false,
    message: 'This room has been deleted.',
    kept: onDevice,
    next: 'Copy or download what you need.',
  },
  'unknown-note': {
    status: 404,
    retry: false,
    message: 'This note cannot be changed from here.',
    kept: 'Your words are still in the field.',
    next: 'Use the browser in which you wrote it; only that one can change or withdraw it.',
  },
  'notes-carry-names': {
    status: 409,
    retry: false,
    message: 'Notes here carry names, so this one keeps that of its author.',
    kept: nothingLost,
    next: 'If you do not stand by it any more, change it or withdraw it.',
  },
  'too-large': {
    status: 413,
    close: 1009,
    retry: false,
    message: 'This is too long to be saved.',
    kept: onDevice,
    next: 'Shorten it or split it in two.',
  },
  'unsupported-media': {
    status: 415,
    retry: false,
    message: 'The server reads JSON only.',
    kept: nothingLost,
    next: 'Send it with Content-Type: application/json and without compression.',
  },
  'too-many': {
    status: 429,
    close: 4529,
    retry: true,
    message: 'Too many tries in a short time.',
    kept: onDevice,
    next: 'Wait a minute, then try again.',
  },
  'room-full': {
    status: 409,
    close: 4410,
    retry: false,
    message: 'The room is full.',
    kept: onDevice,
    next: 'Close other tabs of this room, or ask the facilitator.',
  },
  'no-more-ids': {
    status: 409,
    close: 4411,
    retry: false,
    message: 'This seat has been opened too often to write from one more page.',
    kept: onDevice,
    next: 'Go on in a tab that was open before, or join once more from another browser.',
  },
  'refused-edit': {
    status: 409,
    close: 4422,
    retry: false,
    message: 'An edit from this tab was not accepted.',
    kept: 'The words only you had are offered to you as drafts.',
    next: 'Copy what you need; the page goes on with a fresh copy.',
  },
  'slow-reader': {
    status: 503,
    close: 4508,
    retry: true,
    message: 'The connection is too slow to keep up.',
    kept: onDevice,
    next: 'It reconnects by itself.',
  },
  resync: {
    status: 503,
    close: 4509,
    retry: true,
    message: 'This tab and the server had drifted apart.',
    kept: onDevice,
    next: 'It reconnects by itself.',
  },
  restarting: {
    status: 503,
    close: 1012,
    retry: true,
    message: 'The server is restarting.',
    kept: onDevice,
    next: 'It reconnects by itself.',
  },
  /** Made in the browser: the server could not be asked at all. */
  unreachable: {
    status: 503,
    retry: true,
    message: 'There is no connection to the server.',
    kept: onDevice,
    next: 'Try again when the network is back.',
  },
  /** Made in the browser: asked, and no answer came. */
  unanswered: {
    status: 504,
    retry: true,
    message: 'The server did not answer in time.',
    kept: 'What you asked for may or may not have been done.',
    next: 'Look at how things stand before you try again.',
  },
  'store-failed': {
    status: 503,
    close: 4503,
    retry: true,
    message: 'The server could not write to its disk.',
    kept: onDevice,
    next: 'Keep the page open. It tries again by itself; the operator finds the reason in the log.',
  },
  'not-a-frame': {
    status: 400,
    close: 1003,
    retry: false,
    message: 'The connection sent something that is not part of the protocol.',
    kept: onDevice,
    next: 'Reload the page.',
  },
  internal: {
    status: 500,
    close: 1011,
    retry: true,
    message: 'Something went wrong on the server.',
    kept: onDevice,
    next: 'Try again. The operator finds the reason in the log.',
  },
} as const satisfies Record<string, Refusal>;

export type ErrorCode = keyof typeof errors;
/** An expected refusal is a value, never an exception. */
export type Outcome<T = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly code: ErrorCode };

/** The body of every HTTP error. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly next: string;
}

export function errorBody(code: ErrorCode): ErrorBody {
  const { message, kept, next } = errors[code];
  return { code, message: `${message} ${kept}`, next };
}

/** The error behind a WebSocket close code, or null where the code is not one of ours. */
export function errorOfClose(close: number): ErrorCode | null {
  for (const [code, row] of Object.entries(errors)) {
    if ('close' in row && row.close === close) return code as ErrorCode;
  }
  return null;
}
