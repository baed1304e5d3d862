// German words by what they tell the reader.
import type { CueWords } from './cues.ts';

export const DE: CueWords = {
  fill: 'der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, unser, unsere, unseren, unserem, unserer, mein, meine, meinen, meinem, meiner, dieser, diese, dieses, bitte, jetzt, nun, dann, auch, schon, endlich, mal, so, also, hallo, hi, ok, okay, ja, wir, ich, sie, man, es, und, wirklich, noch, alle, alles, ganz, ganze, gerade, an, los, mit, heute, nur, doch, eben, etwa, ca, circa, ungefähr, rund, zirka, uns, mir, bald, erst, komplett, vollständig, hier, da, super, halt, sofort, gleich, zum, zur, beim, vom, weiter, von, mach, tu, fang, leg, dir, ihr, rein, drin, auf, denn, wieder, kurz, zuerst, direkt, alles klar, prima, gut, neues, eigentlich, inzwischen, mittlerweile, nämlich, jawohl, übrigens, hat',
  be: 'ist, sind, war, waren, sein, wird, werden, wurde, wurden, hat, haben, habe, hatte, hatten, bin, worden, gewesen, sei, hab',
  will: 'wird, werden, kann, können, soll, sollen, sollte, sollten, dürfen, darf, will',
  too: 'auch, ebenfalls, ebenso',
  it: 'es, das, sie, ihn, damit, dazu, dies, die, diese, dafür, darauf, dort, daran, den, davon',
  him: 'ihm, ihn, er, ihr, sie',
  me: 'mir, mich',
  light:
    'markiere, markieren, als, setze, setzen, auf, in, im, zu, zum, zur, für, auf den, bei, unter, an, stell, stelle, stellen, ins, leg, mach, abhaken, auf den status, melde',
  begin:
    'starte, starten, start, beginne, beginnen, beginnt, startet, anfangen, fang, fange, fängt, loslegen, losgehen, geht los, gehts los, fangen, leg los, geht es los, startet mit, beginn, lege los, los mit, legen los, starten mit, beginnen mit',
  began:
    'angefangen, begonnen, gestartet, läuft, laufen, hat begonnen, hat angefangen, fing an, begann, fingen an, im gange, läuft jetzt, wurde begonnen, in arbeit, losgelegt, haben angefangen, haben begonnen, sind dran, am laufen, im gang',
  done: 'fertig, erledigt, abgeschlossen, beendet, geschafft, fertiggestellt, vollendet, durch, komplett, fertig geworden, ist durch, vollständig, drin',
  finish:
    'abschließen, beenden, fertigstellen, beende, schließe, schließ, fertig machen, fertig sein, fertig werden, endet, enden, abgeschlossen sein, schließe ab, schließ ab, beendet sein, abhaken, fertigmachen',
  skip: 'überspringen, überspringe, übersprungen, auslassen, weglassen, lass aus, lass weg, lassen aus, lassen weg, streichen wir, entfällt, entfallen, weg, lass, lassen wir, fällt weg, fällt aus, lassen wir weg, lassen wir aus, spring, überspring, ausgelassen, weggelassen, aus, lassen',
  reopen:
    'wieder öffnen, wieder aufmachen, wieder freigeben, nicht mehr blockiert, entsperren, freigeben, wiedereröffnen, wieder eröffnen, öffne wieder, nicht länger blockiert, blockade aufheben, wieder frei, entblocken, nochmal öffnen, noch mal öffnen, entblockieren, freigegeben, erneut öffnen, wieder aufnehmen, mach wieder auf, entsperre, öffne nochmal, wieder auf, gib frei, öffne erneut, wieder offen, reaktivieren, nicht mehr gesperrt, nicht mehr pausiert, geh nochmal auf, wieder aufgemacht',
  block:
    'kann nicht weitergehen, können nicht weitergehen, kann nicht weiter, können nicht weiter, geht nicht weiter, gehen nicht weiter, kommen nicht weiter, komme nicht weiter, kommen nicht weiter mit, komme nicht weiter mit, kommen nicht voran mit, geht nicht weiter mit, es geht nicht weiter mit, nicht weiter, nicht voran, blockiert, blockieren, blockiere, pausiert, pausieren, pausiere, gestoppt, stockt, stehen still, steht still, auf eis, hängt, hängen, hängen fest, hängt fest, liegt auf eis, ruht, unterbrochen, angehalten, gesperrt, sperren, stopp, anhalten, liegt still, geht nicht weiter, kommen nicht weiter, auf hold, verzögert sich, stecken fest, steckt fest, festgefahren, hängen fest bei, kommen nicht weiter mit, stoppen, stoppe, unterbrechen, auf pause, lahmgelegt',
  waiting: 'warten auf, wartet auf, warte auf, warten noch auf, wartet noch auf',
  goon: 'weitermachen, weiter mit, fortsetzen, geht weiter, gehts weiter, weiterführen, wieder aufnehmen, mach weiter mit, geht es weiter, kann weitergehen, weitergehen, setze fort, fortfahren, machen weiter mit, wird fortgesetzt',
  stepNoun: 'schritt, schritte, phase, abschnitt, arbeiten, arbeit, etappe',
  plan: 'planen, plane, plan, verschieben, verschiebe, verlegen, verlege, terminieren, einplanen, plan ein, geplant, vorziehen, setze, verschoben, verschieb, eintragen, leg, lege, schiebe, schieben, dauert, ist, sind, findet statt, läuft, geht',
  because: 'weil, da, denn, wegen, grund, aufgrund, wegen des, wegen der',
  after: 'nach, hinter, direkt nach, gleich nach, im anschluss an',
  beforeStep: 'vor, direkt vor, kurz vor',
  pay: 'bezahlt, gezahlt, bezahlen, zahlen, zahle, bezahle, beglichen, überwiesen, überweisen, begleichen, zahl, bezahl, zahlte, bezahlte, zahlten, bezahlten, abbezahlt, überwies',
  bought: 'gekauft, ausgegeben, besorgt, kauften, kaufte, geholt, eingekauft, gab aus, mitgenommen',
  add: 'hinzufügen, füge hinzu, füg hinzu, füge, füg, eintragen, trage, trag, trage ein, trag ein, notiere, buche, buchen, erfasse, erfassen, neu, plus, schreib, schreibe, schreib auf, anlegen, lege an, leg an, verbuchen, verbuche, aufnehmen, nimm auf, dazu, hinzu, ein, einfügen, füge ein, wir brauchen, brauchen, einen weiteren, erstelle, erstellen, buch, buche ein, packe, pack',
  set: 'setzen, setze, setz, auf, festlegen, lege fest, ist, ist jetzt, beträgt, liegt bei, einplanen, reservieren, reserviere, bekommt, ändern, ändere, stell, stelle, soll, sein, leg, lege, plane, planen, fest, setzen auf, gib, anpassen, wird, jetzt, sind, sollte',
  raise:
    'erhöhen, erhöhe, erhöht, aufstocken, anheben, hebe, rauf, hoch, aufgestockt, stocke, steigern, hebe an, heb, vergrößern, mehr, füge, hinzufügen, drauf, dazu, hochsetzen, zum budget hinzu',
  lower:
    'senken, senke, reduzieren, reduziere, kürzen, kürze, runter, verringern, senk, verringere, herabsetzen, weniger, vom budget abziehen, abziehen',
  change:
    'ändern, ändere, korrigieren, korrigiere, anpassen, aktualisieren, aktualisiere, setze, geändert, ändert, ändere auf, auf, passe, berichtige, berichtigen',
  costs:
    'kostet, kosten, kostete, kosteten, ist, sind, war, waren, beträgt, betrug, kostet jetzt, kosten jetzt, macht, lagen bei, liegt bei, lag bei, kommt auf, kommen auf, kam auf, kamen auf, hat gekostet, haben gekostet, gekostet, waren doch, jetzt, doch, eigentlich',
  costNoun: 'kosten, ausgabe, ausgaben, posten, zahlung, kostenpunkt, kostenposten, kosten von',
  budget: 'budget, gesamtbudget, budgets, das budget',
  bill: 'rechnung, rechnungen, die rechnung, eine rechnung, es, posten',
  allot: 'reserviere, reservieren, einplanen, plane, bekommt, zuteilen, zuweisen, vorsehen, gib, kriegt, zurücklegen',
  byAmount: 'um, weitere, nochmal, zusätzlich, weiter',
  toAmount: 'auf, von, ist, beträgt, liegt bei, bei, jetzt, ist jetzt',
  each: 'je, pro, stück, jeweils, das stück',
  quote: 'angebot, angebote, kostenvoranschlag, voranschlag, offerte, kostenvoranschläge',
  quoted:
    'bietet, bietet an, bot an, verlangt, veranschlagt, hat angeboten, angeboten, bietet uns, will, nimmt, schickt ein angebot, hat ein angebot geschickt',
  accept:
    'annehmen, nimm an, nehmen an, akzeptieren, akzeptiere, angenommen, zusagen, nehmen, nimm, beauftragen, beauftrage, zustimmen, annehme, nehme, bestätigen, bestätige, akzeptiert, zugesagt, ja zum, unterschreiben, genehmigen',
  decision:
    'entscheidung, neue entscheidung, offene entscheidung, offene frage, frage, wir müssen entscheiden, wir müssen noch entscheiden, noch zu entscheiden, müssen entscheiden, müssen noch entscheiden, zu entscheiden, entscheiden, muss entschieden werden, noch offen, müssen uns entscheiden, müssen uns noch entscheiden, wir müssen uns noch entscheiden, wir müssen uns entscheiden, zu klären, wir müssen noch aussuchen, wir müssen noch wählen, müssen noch wählen',
  decide:
    'entschieden, entschieden für, haben uns für, entschieden uns für, gewählt, ausgesucht, entscheiden uns für, die wahl fiel auf, wahl fällt auf, ausgewählt',
  take: 'nehmen, nehmen wir, wir nehmen, es wird, wird es, nimm, entscheiden uns für, wählen, am ende, doch, also, soll, bleibt bei, wird aus, wird, es bleibt bei, wollen, entscheiden, für, wir wählen, machen wir aus, letztlich, schließlich, nehme',
  task: 'aufgabe, aufgaben, todo, to do, neue aufgabe, neues todo, zu erledigen, aufgabe hinzufügen, neue aufgaben',
  must: 'muss, müssen, soll, musst, hat zu, muss noch, müsste',
  iMust: 'ich muss, ich muss noch, muss ich, muss ich noch, ich habe zu, ich muss auch',
  weMust: 'wir müssen, müssen wir, wir müssen noch, müssen wir noch, man muss, jemand muss, es muss, wir müssen auch',
  tick: 'abhaken, hake ab, hak ab, erledigt, ist erledigt, abgehakt, hake, hak, fertig, erledige, schließe ab, gemacht, ab',
  remind:
    'erinnern mich, erinnere mich, erinner mich, erinnerung, erinnere mich daran, erinner mich daran, erinnere mich bitte, erinner mich bitte, erinnerung an, bitte erinnere mich, neue erinnerung, kannst du mich erinnern, erinnern',
  note: 'notiz, kommentar, anmerkung, notiere, notier, notiere dass, notiere bitte, vermerk, vermerke, vermerke dass, bemerkung, merke, merk dir, halte fest, halte fest dass, schreib auf, schreib auf dass, neue notiz, schreibe auf, merken, neuer kommentar, schreib dazu, hinweis, aufschreiben, merk dir dass, kommentiere, notiz hinzufügen',
  for: 'für, zu, zum, zur, auf, bei, im, in, beim',
  by: 'von, vom, durch',
  purpose: 'für, fürs',
  inside: 'zu, zum, zur, für, bei, beim, in, im, auf, unter, an, ins, unter der',
  of: 'von, vom, für, der, des',
  or: 'nein, ich meine, nein doch, quatsch, oder, bzw, oder doch, oder vielleicht',
  and: 'und, dann, und dann, danach, außerdem, sowie, aber, anschließend, &, plus, und auch, dazu, zudem',
  open: 'öffne, öffnen, wechsle zu, wechsle zum, wechsle zur, wechsel zu, wechsel zum, wechsel zur, geh zu, geh zum, geh zur, gehe zu, gehe zum, gehe zur, zeig, zeig mir, zeige, mach auf, zurück zu, zurück zum, zurück zur, wechseln zu, wechseln zum, wechsle ins, wechsel ins, weiter mit dem, geh ins, zum projekt, wechsle in, mach weiter mit, mach, mache, auf, lade, ins, wechseln, wechsle, wechsel',
  project:
    'projekt, renovierung, umbau, sanierung, modernisierung, bauvorhaben, vorhaben, neues projekt, badprojekt, renovierungsprojekt, badsanierung, badrenovierung, küchenrenovierung, küchenumbau, badumbau, küchenprojekt',
  renovate:
    'renovieren, umbauen, sanieren, modernisieren, erneuern, neu machen, renoviere, neu gestalten, machen neu, umgestalten, herrichten, baue um, bauen um, renoviert, saniert',
  repaint:
    'streichen, neu streichen, anstrich, neuanstrich, malern, neuer anstrich, neuen anstrich, ausmalen, malerprojekt, frisch streichen, überstreichen',
  want: 'will, wollen, möchte, möchten, plane, planen, plan, starte, starten, start, beginne, beginnen, neues, neue, neu, lass uns, werden, anlegen, lege an, leg an, vorhaben, haben vor, fang an, fang, machen, neuen',
  new: 'neuer, neue, neues, neuen, zusätzlicher, zusätzlichen, weiterer, weiteren, zusätzliche, weitere, extra, noch einen, noch ein, einen weiteren, neu',
  called:
    'namens, genannt, heißt, nenne es, nenn es, mit dem namen, mit namen, name, es heißt, soll heißen, nenn ihn, nenne ihn, nenn sie',
  room: 'schlafzimmer, wohnzimmer, flur, kinderzimmer, arbeitszimmer, büro, esszimmer, treppenhaus, gästezimmer, dachboden, keller, haus, wohnung, zimmer, wände, oben, unten, altes, alte, alten, gäste, kleine, kleines, diele, raum, wand',
  contractor: 'handwerker, firma, unternehmer, betrieb, handwerkern',
  undo: 'rückgängig, mach das rückgängig, rückgängig machen, mach rückgängig, das rückgängig machen, zurücknehmen, nimm das zurück, letzte änderung rückgängig machen, mach es rückgängig, widerrufen, letzten schritt rückgängig, nimm es zurück, letztes rückgängig, mach die letzte änderung rückgängig, letzte änderung rückgängig, undo, letzten schritt rückgängig machen, mach den letzten schritt rückgängig, bitte rückgängig, stornieren, das war falsch, alles zurück',
  not: 'nicht, kein, keine, keinen, keinem, keiner, nie, niemals, noch nicht, ohne, nichts, niemand, auf keinen fall, weder, fast, beinahe, kaum, halb, unnötig, lieber nicht, keinesfalls, statt, anstatt, vergessen, vergaß',
  cannot:
    'kann nicht weitergehen, können nicht weitergehen, kann nicht weiter, können nicht weiter, geht nicht weiter, gehen nicht weiter, kommen nicht weiter, komme nicht weiter, kommen nicht weiter mit, komme nicht weiter mit, kommen nicht voran mit, geht nicht weiter mit, es geht nicht weiter mit, nicht weiter, nicht voran',
  noLonger: 'nicht mehr, nicht länger',
  if: 'wenn, falls, sobald, sofern, solange, ob, vorausgesetzt, bevor, es sei denn, im fall, für den fall, sonst, je nachdem, erst wenn, angenommen',
  said: 'sagt, sagte, meint, meinte, gesagt, gemeint, glaubt, denkt, laut, behauptet, findet, schlägt vor, empfiehlt, empfahl, angeblich, hat gesagt, erzählt, fragt, hofft, zufolge, vermutet, rät, schreibt, schrieb, fragte, dachte, glaubte, erzählte, anscheinend, verspricht, versprach, möchte dass, will dass',
  maybe:
    'vielleicht, eventuell, möglicherweise, könnte, könnten, würde, würden, wäre, wären, hätte, hätten, überlegen, überlege, denke, glaube, wahrscheinlich, hoffentlich, am liebsten, ich denke, ich glaube, evtl, dürfte, wohl, unsicher, müsste, müssten, wir sollten, ich sollte, man sollte, sollten wir, überlegt, wünschte, irgendwann, mal sehen, vermutlich',
  advice:
    'soll ich, sollen wir, sollte ich, sollten wir, kann ich, können wir, darf ich, dürfen wir, muss ich, müssen wir, könnten wir, könnte ich, was wäre wenn, was wenn, lohnt es sich, ist es okay, ist es ok, macht es sinn, wäre es, meinst du, was meinst du, denkst du, ist es sinnvoll, reicht es, würdest du, was passiert, findest du, ob wir',
  polite:
    'kannst du, könntest du, würdest du, kannst du bitte, könntest du bitte, ich möchte, wir möchten, ich will, wir wollen, lass uns, könntest du mal, wollen wir, bitte',
  share:
    'teile, teilen, schick, schicke, schicken, sende, senden, einladen, lade, lad, weiterleiten, leite, mail, maile, mailen, freigeben für, gib zugriff, zugriff, verschicke, verschicken, teil, leite weiter, drucke, drucken, exportiere, ruf, ruf an',
  delete:
    'lösche, löschen, lösch, entferne, entfernen, entfern, wirf weg, weg damit, storniere, gelöscht, verwirf, wegwerfen, raus',
  qWord:
    'was, wann, wo, wer, welche, welcher, welches, warum, wieso, wie, wie viel, wieviel, wie viele, wie lange, gibt es, wen, wem, weshalb, wofür, welchen, womit, wo ist, wo sind',
  qVerb:
    'ist, sind, war, waren, hat, haben, habe, wird, werden, kann, können, darf, soll, gibt, läuft, müssen, muss, schulden, hatte, hast, liegt, bin, fehlt, steht',
  show: 'zeig, zeig mir, zeige, zeige mir, zeig uns, liste, anzeigen, gib mir, lass mich sehen, kannst du mir zeigen, zeigen, ich will sehen, haben wir, gibt es, hast du, öffne, kann ich sehen',
  find: 'finde, such, suche, suche nach, such nach, wo ist, wo sind, durchsuche, find, finden, suchen, wo finde ich, such mir, finde alles, zeig alles, wo steht, wo steht etwas, was wissen wir, gibt es etwas, wo hab ich, wo habe ich, wo haben wir, suche in, such in, wo liegt',
  photos:
    'foto, fotos, bild, bilder, aufnahmen, vorher fotos, nachher fotos, vorherfotos, nachherfotos, vorher bilder, nachher bilder, vorherbilder, nachherbilder, aufnahme, photos',
  before: 'vorher, davor, von vorher, vorher fotos, vorherfotos, vorher bilder, vorherbilder, vor',
  afterwards: 'nachher, danach, hinterher, nachher fotos, nachherfotos, nachher bilder, nachherbilder',
  owe: 'schulden, schulde, schuldig, schulden wir, schuldet, schulden wir noch',
  unpaid:
    'unbezahlt, unbezahlte, unbezahlten, offene rechnungen, offenen rechnungen, offene rechnung, noch zu zahlen, noch zu bezahlen, ausstehend, ausstehende, noch offen, offene posten, zu bezahlen, nicht bezahlt, noch nicht bezahlt, noch bezahlen, noch zahlen, fällig, rechnungen offen, rechnungen sind offen, rechnungen sind noch offen',
  list: 'liste, aufgaben, aufgabe, todos, to dos, aufgabenliste, todo liste, offene aufgaben, todo, einkaufsliste',
  toDo: 'zu tun, tun, machen, erledigen, zu erledigen, noch zu tun, zu machen, noch machen, noch tun, dran, noch erledigen, ansteht, steht an',
  next: 'als nächstes, als nächste, nächstes, nächster schritt, nächste schritt, jetzt, kommt als nächstes, was nun, was jetzt, was kommt jetzt, wie geht es weiter, wie gehts weiter, kommt jetzt, steht an, danach, kommt danach, nun, kommt dann, steht als nächstes an, weiter, nächste schritt, was kommt dann, ansteht',
  when: 'wann, bis wann, an welchem tag, zu welchem datum',
  howLong:
    'wie lange, wie lange noch, wie viele tage, wie viele wochen, wie viel zeit, wie lang, wieviele wochen, wieviele tage',
  howMuch: 'wie viel, wieviel, was, wie viel geld, wie teuer, wieviel geld',
  left: 'übrig, verbleibt, verbleiben, noch übrig, rest, restbudget, bleibt, bleibt noch, im budget, über budget, über dem budget, noch ausgeben, noch zur verfügung, verfügbar, haben wir noch, noch da, vom budget, restliches budget, noch im budget, im rahmen, haben wir noch für, bleiben',
  spent:
    'ausgegeben, bezahlt, gekostet, kostet, kosten, gezahlt, kostete, kosteten, ausgaben, gesamtkosten, gezahlt haben, investiert, verbraucht, teuer, geflossen, ausgegeben haben',
  total:
    'gesamt, insgesamt, summe, gesamtkosten, gesamtsumme, kosten bisher, bisher ausgegeben, ausgaben, bisherige kosten, gesamtausgaben, summe für, total, bisher, kosten insgesamt',
  status:
    'stand, status, fortschritt, wie läuft, wie laufen, wie geht, wie weit, wie steht, läuft, wie stehts, steht es, wie ist der stand, laufen, vorankommt, voran, was macht, wo stehen wir, sind wir im plan, im plan, zustand, wie gehts, überblick, übersicht, gibt es neues, neues, geht es, weit',
  mention:
    'gesagt, sagte, sagt, erwähnt, erwähnte, geschrieben, schrieb, gemeint, meinte, erzählt, sagen, notiert, versprochen, empfohlen, vorgeschlagen, gefragt, kommentiert, berichtet, geantwortet',
  about:
    'über, zu, zum, zur, bezüglich, wegen, für, von, nach, mit, vom, zu dem, im, in, an, der, die, das, den, dem, ein, eine, einen, einem, etwas, was, denn, alle, mir, es, übers, des, unsere, unser, unseren',
  documents: 'dokument, dokumente, unterlagen, papiere, dateien, datei, pdf, pdfs',
  comments: 'kommentar, kommentare, kommentaren, notizen, notiz, anmerkungen, bemerkungen',
  ready:
    'fertig, fertig sein, abgeschlossen, beendet, zu ende, durch, ende, fertig werden, erledigt, dauert, fertigstellung, endet, dauern, fertig ist, fertig sind, einziehen, braucht, vorbei',
  my: 'meine, mein, meiner, meinen, ich, mir, meinem, mich, für mich',
  nice: 'danke, dankeschön, vielen, dank, super, toll, prima, schön, klasse, hallo, hi, moin, guten, morgen, tag, perfekt, sehr, gut, endlich, juhu, wunderbar, bitte, tschüss, liebe, grüße, das, alles, cool, genau, dir, war, es, gott sei dank, zum glück, puh, gottlob, na, glück',
};
