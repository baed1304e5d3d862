// Spanish words by what they tell the reader.
import type { CueWords } from './cues.ts';

export const ES: CueWords = {
  fill: 'el, la, los, las, un, una, unos, unas, lo, nuestro, nuestra, nuestros, nuestras, mi, mis, este, esta, estos, estas, ese, esa, por favor, porfa, ahora, ya, entonces, luego, también, por fin, pues, hola, ok, vale, sí, si, nosotros, yo, y, de verdad, todavía, aún, todo, toda, todos, todas, hoy, solo, sólo, con, de, del, al, a, se, nos, me, te, le, les, en, aquí, allí, buenas, bien, completamente, totalmente, ya mismo, mismo, más o menos, aproximadamente, alrededor de, sobre, cerca de, ella, él, ellos, que, acaba, acabamos, acabo, hemos, he, ha, han, ahí, por, otra vez, estamos, estoy, perfecto, genial, listo ya, finalmente, primero, enseguida, ya está, bueno, oye, además, es que, recién, directamente',
  be: 'está, están, es, son, era, eran, fue, fueron, ha, han, hay, estaba, estaban, ser, estar, sido, ha sido, han sido, quedó, quedaron, queda, quedan, hemos, he, fueran',
  will: 'va a, van a, puede, pueden, debe, deben, debería, deberían, vamos a, voy a, tendrá que, tiene que estar, tienen que estar',
  too: 'también, igualmente, además',
  it: 'lo, la, los, las, eso, esto, ello, le, ese, esa, este, esta',
  him: 'él, le, ella, lo',
  me: 'me, mí',
  light:
    'marca, marcar, como, pon, poner, pasa, a, en, para, por, marca como, márcalo, deja, dejar, da, da por, dar, damos por, doy por, al, del, de, dejamos, marcamos, poner en, ponlo',
  begin:
    'empieza, empezar, empezamos, empiezan, comienza, comenzar, comenzamos, iniciar, inicia, arranca, arrancar, arrancamos, empiece, comience, empezará, comenzará, comienzan, ponte con, empieza con, empezar con, vamos con, ponernos con, inicio, empezará el, empezarán, da comienzo, arranquen, iniciamos, empecemos',
  began:
    'empezado, empezada, empezó, empezaron, comenzado, comenzó, en marcha, en curso, iniciado, iniciada, empezamos ayer, ha empezado, hemos empezado, arrancado, ya empezó, comenzaron, empecé, empezados, comenzada, en proceso',
  done: 'terminado, terminada, terminados, terminadas, acabado, acabada, acabados, acabadas, hecho, hecha, hechos, hechas, listo, lista, listos, listas, finalizado, finalizada, completado, completada, terminó, acabó, terminamos, acabamos, completo, completa, concluido, concluida, terminaron, acabaron, terminé, cerrado, cerrada',
  finish:
    'terminar, acabar, finalizar, termina, acaba, completar, finaliza, cierra, cerrar, completa, terminará, acabará, estar terminado, estar terminada, estar listo, estar lista, estar acabado, estar acabada, concluir, dar por terminado, dar por terminada, terminados, terminan, acaban, finalizan, concluye, da por terminada, da por terminado',
  skip: 'saltar, salta, saltarse, sáltate, saltamos, omitir, omite, omitimos, nos saltamos, dejamos fuera, prescindir de, saltado, omitido, nos saltemos, saltada, omitida, prescindimos de, pasa de, quita el paso, deja fuera, saltarnos, pasamos de',
  reopen:
    'reabrir, reabre, desbloquear, desbloquea, ya no está bloqueado, ya no está bloqueada, ya no están bloqueados, desbloqueado, desbloqueada, volver a abrir, vuelve a abrir, reabrimos, abrir de nuevo, abre de nuevo, reabierto, reabierta, ya no está parado, ya no está parada, no está bloqueada ya, retomar, ya no está en espera, reactiva, reactivar, abre otra vez',
  block:
    'no podemos seguir, no podemos seguir con, no podemos continuar, no podemos continuar con, no podemos avanzar, no podemos avanzar con, no puedo seguir, no puedo seguir con, no puedo continuar, no puedo continuar con, no puedo avanzar, no puedo avanzar con, no puede seguir, no puede seguir con, no puede continuar, no puede continuar con, no puede avanzar, no puede avanzar con, no se puede seguir, no se puede seguir con, no se puede continuar, no se puede continuar con, no se puede avanzar, no se puede avanzar con, no pueden seguir, no pueden seguir con, no pueden continuar, no pueden continuar con, no pueden avanzar, no pueden avanzar con, bloqueado, bloqueada, bloqueados, bloqueadas, bloquear, bloquea, parado, parada, en espera, en pausa, detenido, detenida, pausar, pausa, atascado, atascada, atascados, paralizado, paralizada, parar, para el paso, suspendido, suspendida, pausado, pausada, detener, detén, frenado, frenada, parados, estamos atascados con, bloqueamos',
  waiting: 'esperando, esperamos, a la espera de, pendiente de, esperando a, espera a, a falta de',
  goon: 'continuar, continúa, seguir con, sigue con, retomar, retoma, reanudar, reanuda, continuamos con, seguimos con, sigue, puede continuar, puede seguir, continúan, vuelve a, reanudamos, retomamos, reanudado, retomado',
  stepNoun: 'paso, pasos, fase, etapa, trabajo, trabajos, obra, obras',
  plan: 'planifica, planificar, programa, programar, mueve, mover, aplaza, aplazar, cambia, retrasa, retrasar, adelanta, adelantar, planifícalo, pasa, traslada, pospone, posponer, agenda, agendar, planificamos, planea, será, serán, va, van, es, pon, movemos, programado, planificado, muévelo',
  because: 'porque, ya que, por, debido a, pues, a causa de, por culpa de, motivo',
  after: 'después de, después del, tras, detrás de, detrás del, a continuación de, luego de, después',
  beforeStep: 'antes de, antes del, delante de',
  pay: 'pagado, pagada, pagados, pagadas, pagué, pagamos, pagar, paga, pagó, abonado, abonada, liquidado, abonar, pagaron, he pagado, hemos pagado, abonamos, aboné, liquidar, abona, pago, saldado, saldada, transferido, transferí',
  bought:
    'comprado, compré, compramos, gastado, gasté, gastamos, compró, comprada, comprados, compradas, hemos comprado, he comprado, hemos gastado, he gastado, gastó, compraron',
  add: 'añade, añadir, agrega, agregar, apunta, apuntar, pon, poner, suma, anota, registra, registrar, mete, incluye, crea, crear, nuevo, hace falta, necesitamos, anotar, más, añádeme, añadimos, carga, sumar, inserta, insertar, necesito, hay que añadir, incluir, ponme, introduce, falta',
  set: 'pon, poner, fija, fijar, establece, establecer, en, a, es, es de, es ahora, ahora es, deja, dejar, asigna, asignar, reserva, destina, cambia, cambiar, será, queda en, ahora, ajusta, tiene, son, de, destinar, da, dale, reservar, ponemos, dejamos',
  raise:
    'sube, subir, aumenta, aumentar, incrementa, incrementar, amplía, ampliar, añade, suma, eleva, subimos, aumentamos, súbelo, ampliamos, agrega, sumar, añadir, más',
  lower:
    'baja, bajar, reduce, reducir, rebaja, recorta, quita, resta, disminuye, disminuir, recortar, bajamos, reducimos',
  change:
    'cambia, cambiar, corrige, corregir, actualiza, actualizar, ajusta, modifica, modificar, pon, cambia a, ajustar, cambiamos',
  costs:
    'cuesta, cuestan, costó, costaron, es, son, era, eran, fue, fueron, vale, valen, ha costado, han costado, sale a, salen a, salió por, salieron por, ha salido por, al final, en realidad, valió, costará, cuesta ahora, salió a, sale por, han salido por, salen por, ahora',
  costNoun: 'coste, costo, costes, gasto, gastos, costos, pago, partida, compra',
  budget: 'presupuesto, el presupuesto, presupuesto total',
  bill: 'factura, facturas, la factura, recibo, recibos',
  allot: 'asigna, asignar, reserva, reservar, destina, destinar, dale, da, aparta, apartar, reservamos, destinamos',
  byAmount: 'otros, adicionales, más, por, en',
  toAmount: 'a, hasta, de, es, es de, ahora, ahora es, será',
  each: 'cada, cada uno, por unidad, la unidad, cada una, por metro, el metro, por hora',
  quote: 'oferta, ofertas, presupuesto, cotización, propuesta, presupuestos, cotizaciones',
  quoted:
    'ofrece, ofreció, presupuesta, presupuestó, pide, nos ofrece, nos presupuesta, ha presupuestado, cotiza, nos pide, nos pasa un presupuesto de, cotizó, ha ofrecido, ha mandado un presupuesto de',
  accept:
    'acepta, aceptar, aceptamos, aceptado, aceptada, acepto, aprueba, aprobar, aprobado, aprobamos, quédate con, nos quedamos con, coge, confirma, confirmar, firmamos, da el visto bueno a, cogemos, tomamos, sí a, aprobada, confirmamos, firma',
  decision:
    'decisión, nueva decisión, decisión pendiente, por decidir, hay que decidir, tenemos que decidir, falta decidir, decidir, pendiente de decidir, aún tenemos que decidir, todavía tenemos que decidir, queda por decidir, nos falta decidir, todavía hay que decidir, aún hay que decidir, pregunta, debemos decidir, tenemos que elegir, hay que elegir, falta elegir, sin decidir, añade una decisión',
  decide:
    'decidido, hemos decidido, decidimos, elegido, hemos elegido, nos decidimos por, escogido, elegimos, optamos por, hemos optado por, nos hemos decidido por, escogimos, hemos escogido, decidido que, decidió, ganó',
  take: 'cogemos, tomamos, elegimos, nos quedamos con, al final, será, va a ser, vamos con, ponemos, escogemos, coge, toma, queremos, vamos a poner, finalmente, usamos, quedamos con, es, que sea, optamos por, quedarnos con, vamos a coger, vamos por, elige, iremos con, vamos a por, nos vamos con',
  task: 'tarea, tareas, nueva tarea, pendiente, por hacer, añade una tarea, añadir tarea, añade tarea, crea una tarea, apunta una tarea, nueva tarea para',
  must: 'tiene que, tienen que, debe, deben, ha de, necesita, le toca, tendrá que, debería, deberá',
  iMust:
    'tengo que, debo, yo tengo que, yo debo, he de, necesito, me toca, tendré que, todavía tengo que, aún tengo que, también tengo que',
  weMust:
    'tenemos que, hay que, debemos, hemos de, necesitamos, alguien tiene que, todavía tenemos que, nos toca, aún tenemos que, alguien debe, tendremos que, habrá que, también hay que',
  tick: 'tacha, tachar, marca, hecho, hecha, marcar, completa, listo, está hecho, está hecha, marca como hecha, hechas, terminada, terminado, completada, marca como hecho',
  remind:
    'recuérdame, recordarme, recordar, recordatorio, recuerdame que, recuérdame que, recordatorio para, avísame, pon un recordatorio, añade un recordatorio, crea un recordatorio, ponme un recordatorio, nuevo recordatorio, hazme acordar, recordatorio de, avísame para, recuérdame por favor, acuérdame',
  note: 'nota, comentario, anota, anota que, apunta que, apunte, nota que, comenta, observación, toma nota, toma nota de que, añade una nota, añade un comentario, nueva nota, comenta que, deja una nota, deja un comentario, escribe, anotación, nuevo comentario, ten en cuenta que, pon una nota, añade comentario, que conste, que conste que, añade nota, escribe que',
  for: 'para, a, en, sobre, al, de, del, por',
  by: 'de, del, por, desde',
  purpose: 'para',
  inside: 'en, para, a, al, por, sobre, de, del, dentro de, con',
  of: 'de, del, para, por',
  or: 'perdón, mejor dicho, digo, o, u, o bien, o quizá, o tal vez, o mejor',
  and: 'y, e, luego, después, y luego, además, también, y después, y también, entonces, &, pero, y además, más',
  open: 'abre, abrir, cambia a, cambia al, ve a, ve al, vamos a, vamos al, ir a, ir al, muéstrame, enséñame, vuelve a, vuelve al, pasa a, pasa al, continúa con, abramos, volver a, volver al, pasar a, ver, sigue con, seguimos con, retoma, volvamos a, volvamos al, llévame a, llévame al, carga',
  project: 'proyecto, reforma, renovación, obra, remodelación, rehabilitación, nuevo proyecto, reformas, remodelar',
  renovate:
    'reformar, renovar, remodelar, rehabilitar, hacer de nuevo, reformamos, renovamos, modernizar, reforma, rehacer, arreglar, cambiar, actualizar',
  repaint: 'repintar, pintar, pintado, repintado, volver a pintar, repintamos, pintamos, repinta, pintura',
  want: 'quiero, queremos, quisiera, quisiéramos, me gustaría, nos gustaría, vamos a, voy a, planea, planear, planificar, empieza, empezar, crear, crea, nuevo, nueva, inicia, iniciar, empezamos, planifica, comenzar, comienza, hacer, haz, montar, necesitamos, pensamos, toca, queria, hay que, planeamos, arranca, arrancar, comenzamos',
  new: 'nuevo, nueva, otro, otra, adicional, extra, más, un nuevo, una nueva',
  called:
    'llamado, llamada, llámalo, llámala, con el nombre, nombre, de nombre, se llama, que se llame, llamarlo, titulado, titulada, que se llama, denominado',
  room: 'dormitorio, salón, pasillo, habitación, despacho, oficina, comedor, escalera, desván, sótano, casa, piso, paredes, arriba, abajo, viejo, vieja, invitados, cuarto, niños, entrada, recibidor, principal, pequeño, pared, garaje',
  contractor: 'contratista, profesional, empresa, operario, contratistas, obrero, instalador',
  undo: 'deshacer, deshaz, deshazlo, deshaz eso, revertir, deshacer lo último, deshaz lo último, deshaz el último cambio, deshacer eso, revierte, revierte eso, deshacer el último cambio, deshaz esto, anula lo último, anula eso, vuelve atrás, retira eso, reviértelo, anúlalo, cancela eso, deshaz el cambio, deshaz la última acción, borra lo último, anula el último cambio',
  not: 'no, nunca, jamás, sin, todavía no, aún no, tampoco, nada, nadie, ni, ningún, ninguna, casi, apenas, en vez de, medio, en lugar de, olvidé, olvidado, olvidamos',
  cannot:
    'no podemos seguir, no podemos seguir con, no podemos continuar, no podemos continuar con, no podemos avanzar, no podemos avanzar con, no puedo seguir, no puedo seguir con, no puedo continuar, no puedo continuar con, no puedo avanzar, no puedo avanzar con, no puede seguir, no puede seguir con, no puede continuar, no puede continuar con, no puede avanzar, no puede avanzar con, no se puede seguir, no se puede seguir con, no se puede continuar, no se puede continuar con, no se puede avanzar, no se puede avanzar con, no pueden seguir, no pueden seguir con, no pueden continuar, no pueden continuar con, no pueden avanzar, no pueden avanzar con',
  noLonger: 'ya no',
  if: 'si, cuando, en cuanto, una vez que, a menos que, siempre que, en caso de, hasta que, según, mientras, con tal de que, tan pronto como, salvo que, a no ser que, depende',
  said: 'dice, dijo, ha dicho, piensa, cree, opina, comentó, según, sugiere, sugirió, recomienda, recomendó, parece, afirma, cuenta, contó, dicen, quiere que, espera que, preguntó, pregunta, promete, prometió, propone, propuso, pidió, aconseja, asegura, aseguró, considera, supuestamente, quería, pide que, creía, pensaba',
  maybe:
    'quizá, quizás, tal vez, podría, podríamos, a lo mejor, puede que, igual, pensando en, creo, creo que, probablemente, posiblemente, ojalá, sería, estaría, qué tal si, supongo, supongamos, deberíamos, habría, tendría, dudamos, dudo, estamos pensando, seguramente, me gustaría saber, algún día, imagina, imaginemos, tendríamos, estoy pensando, haría, haríamos',
  advice:
    'deberíamos, puedo, podemos, podría, podríamos, qué tal si, qué pasa si, es buena idea, vale la pena, hace falta, sería mejor, te parece, qué te parece, conviene, tendría que, tendríamos que, merece la pena, crees que, será mejor, es mejor, es necesario, qué opinas, está bien si, es posible, qué pasaría si',
  polite:
    'puedes, podrías, puedes por favor, podrías por favor, quiero que, me gustaría, quiero, queremos, quisiera, vamos a, me puedes, nos gustaría, quisiéramos, haz el favor de',
  share:
    'comparte, compartir, envía, enviar, manda, mandar, invita, invitar, reenvía, reenviar, mándale, envíale, da acceso, enviarle, mandarle, compártelo, pásale, dile, imprime, exporta, llama, avisa a, publica, escríbele, pasarle, escribe a, llámalo',
  delete:
    'borra, borrar, elimina, eliminar, quita, quitar, suprime, tira, suprimir, cancela, bórralo, elimínalo, anula, descarta, cancelar, borrad',
  qWord:
    'qué, que, cuándo, cuando, dónde, donde, quién, quien, cuál, cual, cuáles, por qué, cómo, como, cuánto, cuanto, cuánta, cuántos, cuanta, cuantos, hay, quiénes, cuánto tiempo, a quién',
  qVerb:
    'está, están, es, son, ha, han, hay, puede, tiene, tenemos, hemos, va, fue, estamos, debemos, queda, quedan, vamos, sigue, podemos, debería, deberíamos, tengo',
  show: 'muestra, muéstrame, enseña, enséñame, ver, déjame ver, dame, lista, mostrar, quiero ver, muéstranos, enséñanos, a ver, hay, tenemos, puedes enseñarme, puedes mostrarme, abre, dime, saca, ponme',
  find: 'busca, buscar, encuentra, encontrar, dónde está, dónde están, donde está, donde están, búscame, localiza, dónde tengo, qué sabemos de, qué sabemos sobre, qué hay sobre, qué hay de, todo sobre, algo sobre, hay algo sobre, dónde puse, busca en, buscar en, dónde pusimos, busca todo, tenemos algo sobre, encuéntrame, hay algo',
  photos: 'foto, fotos, imágenes, imagen, fotografías, fotografía, fotitos',
  before: 'antes, de antes, del antes, anteriores, previas, antes de',
  afterwards: 'después, de después, del después, posteriores, después de, finales',
  owe: 'debemos, debo, deber, le debemos, se debe, nos queda por pagar, le debo, les debemos',
  unpaid:
    'sin pagar, pendientes de pago, pendiente de pago, facturas pendientes, por pagar, pagos pendientes, facturas abiertas, impagadas, impagado, impagada, queda por pagar, falta por pagar, hay que pagar, pendiente de pagar, facturas sin pagar, tenemos que pagar, falta pagar, gastos pendientes, nos falta pagar',
  list: 'lista, tareas, tarea, pendientes, lista de tareas, por hacer, pendiente',
  toDo: 'que hacer, hacer, por hacer, pendiente, pendientes, asignado, que hago, asignadas, asignada, queda',
  next: 'ahora, siguiente, qué toca ahora, qué sigue, qué viene ahora, próximo paso, siguiente paso, a continuación, luego, después, toca, sigue, viene, qué hacemos ahora, qué toca, hacemos ahora, toca hacer, viene después, y ahora, toca ahora, sigue ahora, viene ahora, viene luego, hacer ahora, el siguiente',
  when: 'cuándo, cuando, para cuándo, qué día, en qué fecha, para cuando, hasta cuándo, qué fecha',
  howLong:
    'cuánto tiempo, cuánto falta, cuanto falta, cuanto tiempo, cuántos días, cuántas semanas, cuánto queda para, cuanto queda para, cuánto tarda, cuánto dura, cuánto más, cuánto durará, cuánto tardará',
  howMuch: 'cuánto, cuanto, qué, cuánto dinero, cuánta, cuanta, cuanto dinero',
  left: 'queda, quedan, nos queda, nos quedan, sobra, restante, disponible, queda del presupuesto, nos queda del presupuesto, dentro del presupuesto, por encima del presupuesto, podemos gastar, queda de presupuesto, nos pasamos del presupuesto, tenemos todavía, podemos gastar todavía, queda en el presupuesto, queda para, restan',
  spent:
    'gastado, gastamos, pagado, costado, costó, costaron, cuesta, cuestan, gasto, gastos, llevamos gastado, hemos gastado, hemos pagado, ha costado, han costado, pagamos, invertido, llevamos, gasté, se ha ido en, costo, coste',
  total:
    'total, en total, suma, gasto total, coste total, total de, costes hasta ahora, gastos hasta ahora, el total, total gastado, hasta ahora, total para, suma total, costes totales, en conjunto, hasta la fecha',
  status:
    'va, van, cómo va, cómo van, estado, progreso, cómo está, cómo están, cómo vamos, avance, en qué punto, situación, qué tal va, qué tal van, qué tal, vamos, novedades, está, por dónde vamos, marcha, cómo marcha, avances, resumen',
  mention:
    'dijo, dice, dicho, mencionó, menciona, mencionado, escribió, escribe, comentó, contó, decir, ha dicho, comentado, escrito, prometió, recomendó, sugirió, preguntó, explicó, opinó, habló, hablado, contestó, respondió, hablamos, hablaron',
  about:
    'sobre, acerca de, de, del, respecto a, con, para, en, por, la, el, los, las, un, una, que, al, a, de la, todo, algo, me, nos, lo, nuestro, nuestra',
  documents: 'documento, documentos, papeles, archivo, archivos, pdf, pdfs, documentación',
  comments: 'comentario, comentarios, notas, nota, mensajes',
  ready:
    'terminado, terminada, terminados, acabado, acabada, listo, lista, listos, terminamos, acabamos, terminar, acabar, fin, termina, acaba, terminará, acabará, estará, estaremos, terminaremos, acabaremos, durar, dura, tarda, terminan, tardará, durará, finalizar, finaliza, terminarán, lleva, llevará',
  my: 'mi, mis, mí, yo, tengo, me, mío, mías',
  nice: 'gracias, muchas, perfecto, genial, hola, buenos, buenas, días, tardes, noches, estupendo, bien, muy, vale, bueno, fantástico, por, fin, eso, todo, qué, saludos, adiós, gracias a dios, menos mal, uf, a dios, dios, menos, mal',
};
