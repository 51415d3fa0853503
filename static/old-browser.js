// Only browsers without module scripts run this; the app itself cannot start there.
document.addEventListener('DOMContentLoaded', function () {
  var sentence = document.createElement('p');
  sentence.className = 'old-browser';
  sentence.textContent =
    'This browser is too old for Hearth. Please open the same link in a current Firefox, Chrome, Edge or Safari.';
  document.body.appendChild(sentence);
});
