// Readers' comments in French.

import type { CommentWords } from './comment-words.ts';

const kept = 'Votre texte est encore là.';

/** French. */
export const frComments: CommentWords = {
  anonymous: 'Anonyme',
  removed: 'Ce commentaire a été retiré par la rédaction.',
  inReplyTo: 'En réponse à',
  replies: (name) => `Réponses à ${name}`,
  closed: 'Les commentaires sont fermés.',
  reply: 'Répondre',
  replyWhom: (name) => `à ${name}`,
  report: 'Signaler',
  reportWhose: (name) => `le commentaire de ${name}`,
  pages: 'Pages de commentaires',
  page: (number) => `Commentaires, page\u00a0${number}`,
  title: (article, number) => `${article}\u00a0: commentaires, page\u00a0${number}`,
  back: 'Revenir à l’article',
  feed: 'Suivre ces commentaires (flux Atom)',

  write: 'Écrire un commentaire',
  answering: (name) => `Vous répondez à ${name}.`,
  cancelReply: 'Ne plus répondre',
  author: 'Pseudonyme',
  text: 'Votre commentaire',
  promise:
    'La rédaction lit chaque commentaire avant de le publier. Votre adresse électronique n’est pas demandée\u00a0; votre adresse réseau n’est gardée que hachée, pour quelques jours.',
  send: 'Envoyer',
  sending: 'Envoi en cours…',
  trap: 'Laissez ce champ vide',
  reportTitle: 'Signaler ce commentaire',
  reason: 'Motif',
  chooseReason: 'Choisissez un motif',
  reasons: {
    insult: 'Injure ou menace',
    hate: 'Propos haineux ou discriminatoire',
    private: 'Information privée',
    advert: 'Publicité ou tromperie',
    other: 'Autre raison',
  },
  details: 'Précisions (facultatif)',
  reportPromise: 'Seule la rédaction lira ce signalement.',
  sendReport: 'Signaler',
  close: 'Fermer',
  offline: `L’envoi n’a pas abouti. ${kept} Vérifiez votre connexion et réessayez.`,

  answers: {
    write: { title: 'Écrire un commentaire', text: '' },
    report: { title: 'Signaler un commentaire', text: '' },
    preview: {
      title: 'Relisez, puis envoyez',
      text: 'Voici votre commentaire. Corrigez-le si vous le souhaitez, puis envoyez-le.',
    },
    received: {
      title: 'Merci, votre commentaire est arrivé',
      text: 'Il paraîtra lorsque la rédaction l’aura lu.',
    },
    already: { title: 'Ce commentaire est déjà arrivé', text: 'Il paraîtra lorsque la rédaction l’aura lu.' },
    reported: { title: 'Merci, votre signalement est arrivé', text: 'La rédaction va relire ce commentaire.' },
    'empty-author': { title: 'Il manque un pseudonyme', text: `Choisissez le nom sous lequel vous écrivez. ${kept}` },
    'author-is-mail': {
      title: 'Ce pseudonyme est une adresse électronique',
      text: `Elle serait publiée\u00a0: choisissez un autre nom. ${kept}`,
    },
    'empty-text': { title: 'Le commentaire est vide', text: 'Écrivez quelque chose avant d’envoyer.' },
    'long-text': { title: 'Le commentaire est trop long', text: `4\u202f000 caractères au plus. ${kept}` },
    'too-fast': {
      title: 'C’était un peu rapide',
      text: `Attendez quelques secondes, puis envoyez de nouveau. ${kept}`,
    },
    'too-many': {
      title: 'Trop d’envois à la suite',
      text: `Attendez une minute, puis envoyez de nouveau. ${kept}`,
    },
    'too-large': {
      title: 'L’envoi est trop gros',
      text: 'Un commentaire compte 4\u202f000 caractères au plus. Rien n’a été enregistré.',
    },
    'wrong-type': {
      title: 'Cet envoi ne peut être lu',
      text: 'Il ne vient pas d’un formulaire. Rien n’a été enregistré.',
    },
    'wrong-origin': {
      title: 'Cet envoi ne vient pas du journal',
      text: 'Rien n’a été enregistré. Écrivez depuis la page de l’article.',
    },
    'unknown-article': {
      title: 'Cet article est introuvable',
      text: `Il a peut-être été retiré. Rien n’a été enregistré. ${kept}`,
    },
    closed: { title: 'Les commentaires sont fermés', text: `Rien n’a été enregistré. ${kept}` },
    'unknown-comment': {
      title: 'Ce commentaire n’existe plus',
      text: `Celui que vous visiez a été retiré. Rien n’a été enregistré. ${kept}`,
    },
    trap: {
      title: 'Un champ caché a été rempli',
      text: `Il doit rester vide. Votre navigateur l’a peut-être rempli pour vous\u00a0: envoyez de nouveau. ${kept}`,
    },
    busy: {
      title: 'Le service est occupé',
      text: `Rien n’a été enregistré. Réessayez dans quelques secondes. ${kept}`,
    },
    full: {
      title: 'Le service ne peut plus rien recevoir',
      text: `Rien n’a été enregistré. Réessayez plus tard. ${kept}`,
    },
    'site-away': {
      title: 'L’article ne peut être consulté pour l’instant',
      text: `Rien n’a été enregistré. Réessayez dans quelques minutes. ${kept}`,
    },
    'not-found': { title: 'Cette page n’existe pas', text: 'Ici n’arrivent que les commentaires.' },
    'wrong-method': { title: 'Cette page n’existe pas', text: 'Écrivez depuis la page de l’article.' },
    fault: { title: 'Une erreur est survenue', text: `Rien n’a été enregistré. Réessayez plus tard. ${kept}` },
  },
};
