// Words that answer a question with options: which place, yes and no, and what each kind of deed is called.
import type { Lang } from '../../words/languages.ts';
import { phrasesOf, type Phrases } from './lexicon.ts';

const everyLang = (lines: readonly string[]): Phrases => phrasesOf(lines.join(','));

/** Said in any language: short answers rarely tell in which. */
export const YES = everyLang([
  'yes,yep,yeah,yup,ok,okay,sure,right,correct,exactly,yes please,that one,this one,thats it,thats right,that is right',
  'ja,genau,richtig,stimmt,klar,jawohl,ja bitte',
  'si,vale,claro,correcto,exacto,eso es,ese,esa',
]);
export const NO = everyLang([
  'no,nope,nah,no thanks,neither,none,none of them,none of these,neither of them,never mind,nevermind,forget it,forget that,leave it,drop it,cancel,cancel that,scratch that,doesnt matter,it doesnt matter,dont bother',
  'nein,nee,keins,keine,keinen,keins davon,keiner von beiden,nein danke,egal,ist egal,vergiss es,schon gut,lass es,lass gut sein,doch nicht,abbrechen',
  'ninguno,ninguna,ninguno de ellos,no gracias,olvidalo,dejalo,da igual,no importa,cancelar,cancela',
]);

/** By place, the first first. */
export const PLACES: readonly Phrases[] = [
  'first,1st,1,erste,ersten,erster,erstes,primero,primera,primer',
  'second,2nd,2,zweite,zweiten,zweiter,zweites,segundo,segunda',
  'third,3rd,3,dritte,dritten,dritter,drittes,tercero,tercera,tercer',
  'fourth,4th,4,vierte,vierten,vierter,viertes,cuarto,cuarta',
  'fifth,5th,5,funfte,funften,funftes,quinto,quinta',
  'sixth,6th,6,sechste,sechsten,sechstes,sexto,sexta',
].map(phrasesOf);
export const LAST = everyLang(['last,latter', 'letzte,letzten,letztes,letzter', 'ultimo,ultima']);

/** Lead to an answer and say nothing of it. */
export const AROUND: Readonly<Record<Lang, Phrases>> = {
  en: phrasesOf(
    'the,a,an,one,ones,it,its,is,that,this,i mean,i meant,please,for,to,on,of,number,no,option,with,take,lets take,we mean,yes,make it,thats,just,only',
  ),
  de: phrasesOf(
    'der,die,das,den,dem,ein,eine,einen,ich meine,wir meinen,bitte,fur,zu,am,im,nummer,nr,option,nimm,es ist,ist,ja,nur',
  ),
  es: phrasesOf('el,la,los,las,un,una,es,quiero decir,por favor,para,numero,opcion,en,de,con,si,solo,lo'),
};

/** What a deed is called in an answer, by its name. */
export const DEEDS: Readonly<Record<string, Phrases>> = Object.fromEntries(
  (
    [
      [
        'cost.add',
        'new cost,new,cost,another,add,add it,add cost,another cost,new one,neue kosten,neu,kosten,coste nuevo,nuevo,coste,gasto',
      ],
      [
        'cost.change',
        'change,change it,change cost,change price,new price,update,update it,same,existing,andern,ander es,cambiar,cambialo',
      ],
      ['cost.pay', 'pay,paid,pay it,payment,settle,bezahlt,bezahlen,zahlung,pagar,pagado,pago'],
      ['budget.set', 'budget,set budget,new budget,step budget,budget setzen,presupuesto'],
      ['quote.add', 'quote,new quote,add quote,offer,estimate,angebot,presupuesto recibido,oferta'],
      ['step.finish', 'step,finish step,finish,schritt,paso'],
      [
        'step.block',
        'block,block it,the reason,reason,its the reason,grund,der grund,blockieren,motivo,el motivo,bloquear',
      ],
      ['task.add', 'task,a task,new task,add task,aufgabe,neue aufgabe,tarea,una tarea'],
      ['task.done', 'task,to do,todo,aufgabe,tarea'],
    ] as const
  ).map(([name, line]) => [name, phrasesOf(line)]),
);
