// The rating plate of the sample's oven, as it would be photographed: brushed metal, small print, a reflection across it.

/** HTML of 1600x1200; tilt and shadow are part of it. */
export const platePage = () => `
<style>
 body{width:1600px;height:1200px;background:#15161a;overflow:hidden;font-family:'Liberation Sans'}
 svg.bg{position:absolute;inset:0}
 .plate{position:absolute;left:185px;top:230px;width:1240px;height:720px;border-radius:18px;transform:perspective(2600px) rotateY(4deg) rotateX(3deg) rotate(-0.9deg) scale(1.15);
  background:linear-gradient(100deg,#a9abad,#d5d6d7 22%,#b9bbbd 45%,#e4e5e5 60%,#b4b6b8 82%,#c9cacb);box-shadow:0 18px 40px #000a,0 2px 3px #fff5 inset,0 -3px 4px #0005 inset;color:#1c1d20;padding:52px 66px}
 .plate:after{content:'';position:absolute;inset:0;border-radius:18px;background:linear-gradient(115deg,#fff0 48%,#ffffff59 60%,#fff0 70%)}
 h1{font:700 74px 'Liberation Sans';letter-spacing:9px} h2{font:400 30px 'Liberation Sans';margin-top:6px}
 table{position:absolute;left:66px;top:226px;border-collapse:collapse;font-size:35px} td{padding:9px 38px 9px 0} td:first-child{color:#26272a}
 .bar{position:absolute;left:66px;bottom:40px;height:84px;width:720px;background:repeating-linear-gradient(90deg,#1c1d20 0 4px,#0000 4px 9px,#1c1d20 9px 16px,#0000 16px 20px,#1c1d20 20px 22px,#0000 22px 30px)}
 .num{position:absolute;left:66px;bottom:12px;font:22px 'Liberation Mono'} .ce{position:absolute;right:80px;bottom:52px;font:700 92px 'DejaVu Sans'} .cls{position:absolute;right:80px;top:64px;font:26px 'Liberation Sans';text-align:right}
 .screw{position:absolute;width:34px;height:34px;border-radius:50%;background:radial-gradient(circle at 35% 30%,#f4f4f4,#7d7f82 70%);box-shadow:0 2px 4px #0008}
 .screw:after{content:'';position:absolute;left:4px;right:4px;top:15px;height:4px;background:#3c3d40;transform:rotate(38deg)}
</style>
<svg class="bg" width="1600" height="1200"><filter id="f"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.5" numOctaves="3" seed="4"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .52  .13 0 0 0 0"/></filter>
 <linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#3b3d42"/><stop offset=".55" stop-color="#25262a"/><stop offset="1" stop-color="#101114"/></linearGradient>
 <rect width="1600" height="1200" fill="url(#g)"/><rect width="1600" height="1200" filter="url(#f)"/><rect y="1040" width="1600" height="26" fill="#08080a"/><rect y="1066" width="1600" height="3" fill="#5b5d62"/></svg>
<div class="plate"><h1>NORDHAUS</h1><h2>Built-in oven</h2><div class="cls">Made in EU<br>05 / 2026</div>
<table><tr><td>Model</td><td><b>BO-6320 S</b></td></tr><tr><td>E-No.</td><td>BO6320S/01</td></tr><tr><td>Serial</td><td><b>4826 0517 00392</b></td></tr><tr><td>Rating</td><td>220-240 V ~ 50 Hz 3.5 kW</td></tr><tr><td>Volume</td><td>71 l, class A+</td></tr></table>
<div class="bar"></div><div class="num">4 826051 700392</div><div class="ce">CE</div>
<i class="screw" style="left:16px;top:16px"></i><i class="screw" style="right:16px;top:16px"></i><i class="screw" style="right:16px;bottom:16px"></i></div>`;
