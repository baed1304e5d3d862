// The app's icon as SVG: a plumb bob on its line over a calm blue-green ground, with the true vertical hinted behind it.

/** `small` drops the fine lines that would turn to mud at 16 to 32 px. */
export const iconSvg = ({
  small = false,
} = {}) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img" aria-label="Plumbline">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f6f73"/><stop offset="1" stop-color="#1d4b52"/></linearGradient>
    <linearGradient id="brass" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#f7dca0"/><stop offset=".42" stop-color="#e9b95f"/><stop offset="1" stop-color="#b9802f"/></linearGradient>
    <linearGradient id="steel" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#f4f6f6"/><stop offset="1" stop-color="#a9b6b8"/></linearGradient>
  </defs>
  <rect x="16" y="16" width="480" height="480" rx="112" fill="url(#ground)"/>
  ${
    small
      ? ''
      : `<path d="M120 404h272" stroke="#fff" stroke-opacity=".28" stroke-width="10" stroke-linecap="round"/>
  <path d="M176 388v32M336 388v32M256 382v44" stroke="#fff" stroke-opacity=".28" stroke-width="10" stroke-linecap="round"/>`
  }
  <path d="M256 ${small ? 40 : 72}V200" stroke="#f4efe4" stroke-width="${small ? 34 : 14}" stroke-linecap="round"/>
  ${small ? '' : '<circle cx="256" cy="76" r="20" fill="#f4efe4"/>'}
  ${
    small
      ? '<path d="M206 176h100q14 0 14 14v26H192v-26q0-14 14-14z" fill="url(#steel)"/><path d="M164 216h184q14 0 12 16c-8 70-48 138-104 222-56-84-96-152-104-222q-2-16 12-16z" fill="url(#brass)"/>'
      : '<path d="M234 170h44q8 0 8 8v30h-60v-30q0-8 8-8z" fill="url(#steel)"/><rect x="204" y="204" width="104" height="22" rx="8" fill="url(#steel)"/><path d="M190 226h132q12 0 11 13c-6 54-34 104-77 147-43-43-71-93-77-147q-1-13 11-13z" fill="url(#brass)"/><path d="M184 262q72 20 144 0" fill="none" stroke="#9a6a24" stroke-opacity=".55" stroke-width="7"/>'
  }
</svg>
`;
