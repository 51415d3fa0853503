/** Short sounds out of plain tones: nothing is fetched, and each is told from the others by its melody. */
export type Sound = 'bell' | 'minute' | 'reveal';

interface Tone {
  readonly hertz: number;
  /** After the beginning, s. */
  readonly at: number;
  /** How long it rings, s. */
  readonly rings: number;
}

const melodies: Readonly<Record<Sound, readonly Tone[]>> = {
  bell: [
    { hertz: 659, at: 0, rings: 1.2 },
    { hertz: 523, at: 0.35, rings: 1.6 },
  ],
  minute: [{ hertz: 784, at: 0, rings: 0.7 }],
  reveal: [
    { hertz: 523, at: 0, rings: 0.5 },
    { hertz: 659, at: 0.14, rings: 0.5 },
    { hertz: 784, at: 0.28, rings: 0.9 },
  ],
};

const loudest = 0.4;
let context: AudioContext | null = null;

/** Called within a click or a key press this also wakes what the browser keeps silent. False where nothing can sound. */
export async function play(sound: Sound, volume: number): Promise<boolean> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    for (const tone of melodies[sound]) ring(context, tone, (volume / 100) * loudest);
    return true;
  } catch {
    return false;
  }
}

/** Comes in within a few milliseconds and dies away, so that nothing clicks. */
function ring(audio: AudioContext, { hertz, at, rings }: Tone, gain: number): void {
  const from = audio.currentTime + at;
  const oscillator = audio.createOscillator();
  const loudness = audio.createGain();
  oscillator.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(gain, from + 0.015);
  loudness.gain.exponentialRampToValueAtTime(0.0001, from + rings);
  oscillator.connect(loudness).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(from + rings);
}
