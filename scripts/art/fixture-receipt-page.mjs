// A scanned till receipt as HTML, in one of four layouts, and what is true about it.
import { cents, vatWithin } from './amounts.mjs';

export const truthOf = (receipt) => {
  const total = receipt.items.reduce((sum, [, qty, price]) => sum + qty * price, 0);
  return {
    company: receipt.company,
    date: receipt.date,
    address: receipt.address.join(', '),
    total: cents(total).replaceAll(',', ''),
    minor: total,
  };
};

const row = (left, right, style = '') =>
  `<div class="row" style="${style}"><span>${left}</span><span>${right}</span></div>`;

const itemLayouts = {
  classic: (items) =>
    items
      .map(
        ([text, qty, price]) =>
          row(text, cents(qty * price)) + (qty > 1 ? row(`&nbsp;&nbsp;${qty} @ ${cents(price)}`, '') : ''),
      )
      .join(''),
  table: (items) =>
    `<table><tr><th>Qty</th><th>Item</th><th class="r">EUR</th></tr>${items.map(([text, qty, price]) => `<tr><td>${qty}</td><td>${text}</td><td class="r">${cents(qty * price)}</td></tr>`).join('')}</table>`,
  stars: (items) => items.map(([text, qty, price]) => row(`${qty} x ${text}`, `${cents(qty * price)} A`)).join(''),
  lines: (items) =>
    items
      .map(
        ([text, qty, price]) =>
          `<div>${text}</div>${row(`&nbsp;&nbsp;&nbsp;${qty} pc x ${cents(price)}`, cents(qty * price))}`,
      )
      .join(''),
};

const rules = {
  classic: '<hr>',
  table: '<hr class="solid">',
  stars: '<div class="c">* * * * * * * * * * * * * *</div>',
  lines: '<hr class="solid">',
};

/** HTML of the receipt alone on white, `look[2]` px wide and about `heightOf` high. */
export const fixturePage = (receipt, number) => {
  const [font, size, width, ink] = receipt.look;
  const { minor } = truthOf(receipt);
  const vat = vatWithin(minor, 19);
  const rule = rules[receipt.layout];
  const vatLines = receipt.layout === 'stars' ? row('A = VAT 19%', cents(vat)) : row('incl. VAT 19%', cents(vat));
  return `<style>body{width:${width}px;background:#fff;color:rgb(${ink},${ink},${ink + 6});font:${size}px/1.42 '${font}';padding:34px 36px 40px} .c{text-align:center} .row{display:flex;justify-content:space-between}
   hr{border:0;border-top:2px dashed;margin:9px 0} hr.solid{border-top-style:solid;border-width:1px} table{width:100%;border-collapse:collapse} th{text-align:left;font-weight:400} td,th{padding-right:10px} .r{text-align:right;padding-right:0} .big{font-weight:700;font-size:${Math.round(size * 1.3)}px}</style>
   <div class="c"><div class="big">${receipt.company}</div>${receipt.address.join('<br>')}</div><br>
   ${row(`Date: ${receipt.date}`, `${String(8 + (number % 10)).padStart(2, '0')}:${String((number * 17) % 60).padStart(2, '0')}`)}${row(`Receipt no. ${4100 + number * 37}`, `Till ${1 + (number % 4)}`)}${rule}
   ${itemLayouts[receipt.layout](receipt.items)}${rule}
   <div class="big">${row(receipt.totalWord, cents(minor))}</div>${row(number % 3 === 0 ? 'Cash' : 'Card', cents(minor))}${vatLines}${rule}<div class="c">Thank you for your visit</div>`;
};

/** Enough height in px for the receipt's lines; what is left over is trimmed. */
export const heightOf = (receipt) => Math.round((receipt.items.length * 2 + 17) * receipt.look[1] * 1.5) + 140;
