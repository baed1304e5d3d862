// How days are said in each language: months, weekdays and what goes before them. All as flatten() leaves them.
import type { Lang } from '../../words/languages.ts';

export interface DayWords {
  /** January first; several spellings are parted by |. */
  readonly months: readonly string[];
  /** Months that are other words as well, and count only after one of `before`. */
  readonly alsoWords: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** Days from today. */
  readonly near: Readonly<Record<string, number>>;
  readonly next: string;
  readonly last: string;
  readonly here: string;
  /** Words that stand between a day and its month, and before a day's number. */
  readonly of: string;
  readonly ordinal: string;
  readonly end: string;
  readonly middle: string;
  readonly beginning: string;
  readonly week: string;
  readonly month: string;
  readonly weekend: string;
  readonly or: string;
  /** Between the first and the last day. */
  readonly to: string;
  readonly by: string;
  readonly from: string;
  readonly towards: string;
  readonly on: string;
  /** "the 20th" with no month. */
  readonly bare: string;
}

export const DAY_WORDS: Readonly<Record<Lang, DayWords>> = {
  en: {
    months:
      'january|jan,february|feb,march|mar,april|apr,may,june|jun,july|jul,august|aug,september|sept|sep,october|oct,november|nov,december|dec'.split(
        ',',
      ),
    alsoWords: ['march', 'may', 'mar', 'dec', 'sep', 'jan'],
    weekdays:
      'sunday|sun,monday|mon,tuesday|tues|tue,wednesday|weds|wed,thursday|thurs|thur|thu,friday|fri,saturday|sat'.split(
        ',',
      ),
    near: {
      'the day after tomorrow': 2,
      'day after tomorrow': 2,
      'the day before yesterday': -2,
      'day before yesterday': -2,
      tomorrow: 1,
      tomorow: 1,
      tomorrrow: 1,
      tommorow: 1,
      tommorrow: 1,
      tmrw: 1,
      today: 0,
      'this morning': 0,
      'this afternoon': 0,
      'this evening': 0,
      tonight: 0,
      'last night': -1,
      yesterday: -1,
      'in a fortnight': 14,
      'a week from now': 7,
      'a week from today': 7,
      'a week today': 7,
      'a week ago': -7,
    },
    next: 'next|the next|the coming',
    last: 'last|the last|past',
    here: 'this|this coming',
    of: 'of',
    ordinal: 'st|nd|rd|th',
    end: 'the end of|end of|late',
    middle: 'the middle of|middle of|mid',
    beginning: 'the beginning of|beginning of|the start of|start of|early',
    week: 'week',
    month: 'month',
    weekend: 'weekend',
    or: 'or rather|or|no wait|wait no|no|sorry|i mean|make that|rather|wait|actually|better',
    to: 'to|until|till|til|through|thru',
    by: 'no later than|not later than|at the latest by|latest by|by|before|until|till|til|due on|due by|due|up to',
    from: 'not before|no earlier than|not earlier than|starting from|starting on|starting in|starting|beginning on|beginning in|beginning|from|as of|since',
    towards: 'to|for',
    on: 'on|at|in|of|during',
    bare: 'the',
  },
  de: {
    months:
      'januar|jan|janner,februar|feb,marz|maerz,april|apr,mai,juni|jun,juli|jul,august|aug,september|sept|sep,oktober|okt,november|nov,dezember|dez'.split(
        ',',
      ),
    alsoWords: [],
    weekdays: 'sonntag|so,montag|mo,dienstag|di,mittwoch|mi,donnerstag|do,freitag|fr,samstag|sonnabend|sa'.split(','),
    near: {
      ubermorgen: 2,
      uebermorgen: 2,
      vorgestern: -2,
      'heute abend': 0,
      'heute morgen': 0,
      'heute fruh': 0,
      heute: 0,
      'morgen fruh': 1,
      morgen: 1,
      'gestern abend': -1,
      gestern: -1,
      'heute in einer woche': 7,
      'vor einer woche': -7,
    },
    next: 'nachsten|nachste|nachster|nachstem|naechsten|naechste|naechster|naechstem|kommenden|kommende',
    last: 'letzten|letzte|letzter|vergangenen|vorigen',
    here: 'diesen|diese|dieses|diesem|dieser',
    of: '',
    ordinal: '\\.|ten|te',
    end: 'ende',
    middle: 'mitte',
    beginning: 'anfang',
    week: 'woche',
    month: 'monats|monat',
    weekend: 'wochenende',
    or: 'oder|nein|ich meine|besser|quatsch',
    to: 'bis zum|bis',
    by: 'bis spatestens|spatestens bis|spatestens am|bis zum|bis|vor dem|vor',
    from: 'ab dem|ab|vom|von|seit',
    towards: 'auf den|auf|zum|fur den|fur',
    on: 'am|im|in der|in',
    bare: 'am|zum|bis zum|den|dem|vom',
  },
  es: {
    months:
      'enero|ene,febrero|feb,marzo|mar,abril|abr,mayo|may,junio|jun,julio|jul,agosto|ago,septiembre|setiembre|sept|sep,octubre|oct,noviembre|nov,diciembre|dic'.split(
        ',',
      ),
    alsoWords: ['mar', 'ago', 'dic', 'ene', 'abr'],
    weekdays: 'domingo|dom,lunes,martes,miercoles,jueves,viernes,sabado'.split(','),
    near: {
      'pasado manana': 2,
      anteayer: -2,
      'antes de ayer': -2,
      'esta manana': 0,
      'esta tarde': 0,
      'esta noche': 0,
      'manana por la manana': 1,
      manana: 1,
      hoy: 0,
      anoche: -1,
      ayer: -1,
      'en una semana': 7,
      'dentro de una semana': 7,
      'hace una semana': -7,
      'en quince dias': 15,
    },
    next: 'proximo|proxima',
    last: 'pasado|pasada',
    here: 'este|esta',
    of: 'de|del',
    ordinal: 'º|o(?= )|ero',
    end: 'el final de|finales de|a finales de|fin de|fines de|final de',
    middle: 'a mediados de|mediados de',
    beginning: 'a principios de|principios de|comienzos de|inicios de',
    week: 'semana',
    month: 'mes',
    weekend: 'fin de semana',
    or: 'o mejor|o|no|perdon|mejor|digo',
    to: 'hasta el|hasta|al|a',
    by: 'antes del|antes de|como muy tarde el|hasta el|hasta',
    from: 'a partir del|a partir de|desde el|desde|del',
    towards: 'para el|para|al',
    on: 'el dia|el|en',
    bare: 'el dia|el|al|del',
  },
};
