// The skip hire invoice as a sheet of paper for the scanner: HTML of an A4 page at 150 dpi (1240x1754).
import { addUp, cents } from './amounts.mjs';

const day = (iso) => iso.split('-').toReversed().join('.');

export const invoicePage = (paper) => {
  const sums = addUp(paper.lines, 19);
  const rows = paper.lines.map(
    ([text, qty, unit, price], i) =>
      `<tr><td>${text}</td><td class="r">${qty}</td><td>${unit}</td><td class="r">${cents(price)}</td><td class="r">${cents(sums.amounts[i])}</td></tr>`,
  );
  return `<style>
   body{width:1240px;height:1754px;background:#fff;font:25px/1.45 'Liberation Serif';color:#1b1b1b;padding:120px 125px}
   h1{font:700 52px 'Liberation Sans'} .small{font-size:22px;color:#333} .top{display:flex;justify-content:space-between;border-bottom:4px solid #222;padding-bottom:22px}
   .to{display:flex;justify-content:space-between;margin:70px 0 60px} table{width:100%;border-collapse:collapse;margin-top:34px} td,th{text-align:left;padding:9px 12px 9px 0;border-bottom:1px solid #888} .r{text-align:right}
   .sum{width:480px;margin-left:auto} .sum td{border:0} .b td{font-weight:700;font-size:31px;border-top:3px solid #222} .stamp{position:absolute;right:150px;bottom:330px;border:5px solid #2a4a9a;color:#2a4a9a;font:700 40px 'Liberation Sans';padding:12px 26px;transform:rotate(-11deg);opacity:.72;border-radius:8px}</style>
  <div class="top"><div><h1>${paper.vendor}</h1>${paper.tagline}</div><div class="small r">${[...paper.address, ...paper.contact, `VAT ID ${paper.taxId}`].join('<br>')}</div></div>
  <div class="to"><div>${paper.customer.join('<br>')}</div><div class="r">Invoice no. ${paper.number}<br>Date ${day(paper.date)}<br>Due ${day(paper.validUntil)}</div></div>
  <b style="font-size:32px">Invoice</b><br>${paper.subject}
  <table><tr><th>Description</th><th class="r">Qty</th><th>Unit</th><th class="r">Unit price</th><th class="r">Amount</th></tr>${rows.join('')}</table>
  <table class="sum"><tr><td>Subtotal EUR</td><td class="r">${cents(sums.subtotal)}</td></tr><tr><td>VAT 19 %</td><td class="r">${cents(sums.vat)}</td></tr><tr class="b"><td>Total EUR</td><td class="r">${cents(sums.total)}</td></tr></table>
  <p style="margin-top:60px">${paper.terms}</p><div class="stamp">RECEIVED 16 MAR</div>`;
};
