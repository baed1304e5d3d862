// A till receipt as a photograph: thin paper on a board, a little turned, with a crease and a soft shadow.
import { cents, vatWithin } from './amounts.mjs';

const boards = {
  oak: { base: '#6b4a2c', matrix: '0 0 0 0 .23  0 0 0 0 .13  0 0 0 0 .06  1.5 0 0 0 -.42', frequency: '0.004 0.09' },
  stone: { base: '#55585a', matrix: '0 0 0 0 .85  0 0 0 0 .85  0 0 0 0 .84  .9 0 0 0 -.38', frequency: '0.35' },
};

export const receiptTotal = (receipt) => receipt.lines.reduce((sum, [, qty, price]) => sum + qty * price, 0);

const shortDate = (iso) => iso.split('-').toReversed().join('.');

const itemRows = (receipt) =>
  receipt.lines
    .map(
      ([text, qty, price]) => `
    <tr><td>${text}</td><td class="r">${cents(qty * price)}</td></tr>
    ${qty > 1 ? `<tr class="s"><td>&nbsp;&nbsp;${qty} x ${cents(price)}</td><td></td></tr>` : ''}`,
    )
    .join('');

/** HTML of 1050x1400. */
export const receiptPage = (receipt) => {
  const total = receiptTotal(receipt);
  const vat = vatWithin(total, 19);
  const board = boards[receipt.board];
  return `<style>
   body{width:1050px;height:1400px;background:${board.base};overflow:hidden;font-family:'${receipt.font}';font-size:27px;line-height:1.36;color:#26262b}
   svg{position:absolute;inset:0} .light{position:absolute;inset:0;background:radial-gradient(circle at 25% 12%,#fff3,#0000 45%,#0006)}
   .paper{position:absolute;left:190px;top:90px;width:670px;padding:52px 46px 60px;transform:rotate(${receipt.turn}deg);
     background:linear-gradient(178deg,#fbfaf6,#f2f0ea 38%,#e6e4dd 49.6%,#f7f5f0 50.4%,#f0eee8 80%,#e4e2db);box-shadow:14px 22px 34px #000a,2px 3px 5px #0006}
   .c{text-align:center} h1{font-size:39px;font-weight:700;letter-spacing:1px;line-height:1.2} table{width:100%;border-collapse:collapse;margin:12px 0} td{padding:0} .r{text-align:right}
   .s{color:#4a4a50} .t td{font-weight:700;font-size:41px;padding:8px 0} hr{border:0;border-top:3px dashed #45454a;margin:14px 0}</style>
  <svg width="1050" height="1400"><filter id="f" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${board.frequency}" numOctaves="4" seed="7"/><feColorMatrix values="${board.matrix}"/></filter><rect width="1050" height="1400" filter="url(#f)"/></svg>
  <div class="light"></div>
  <div class="paper"><div class="c"><h1>${receipt.vendor}</h1>${receipt.address.join('<br>')}<br><br></div>
   ${receipt.till}<br>Date ${shortDate(receipt.date)}&nbsp;&nbsp;&nbsp;${receipt.time}<hr>
   <table><tr><td></td><td class="r">EUR</td></tr>${itemRows(receipt)}</table><hr>
   <table><tr class="t"><td>TOTAL EUR</td><td class="r">${cents(total)}</td></tr></table>
   <table><tr><td>${receipt.paid}</td><td class="r">${cents(total)}</td></tr><tr><td>Net 19%</td><td class="r">${cents(total - vat)}</td></tr><tr><td>VAT 19%</td><td class="r">${cents(vat)}</td></tr></table><hr>
   <div class="c">Returns within 30 days with receipt<br>Thank you</div></div>`;
};
