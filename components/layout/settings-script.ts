/*
 * Theme, contrast, elder mode and reading aloud, without a framework: the choice must stand before the first paint and must work on
 * pages that load nothing else. Runs inline in the head; kept in localStorage on the reader's own device only. And the language switch, which takes
 * along what stands in the address when it is pressed.
 */
export const settingsScript = `(function(){
var k='yuwalk.settings',r=document.documentElement,s={};
try{s=JSON.parse(localStorage.getItem(k))||{}}catch(e){}
function paint(){
if(s.theme)r.dataset.theme=s.theme;else delete r.dataset.theme;
if(s.contrast)r.dataset.contrast=s.contrast;else delete r.dataset.contrast;
}
function show(){
var e=document.getElementById('elder-switch');if(e)e.checked=!!s.elder;
document.querySelectorAll('input[data-setting]').forEach(function(i){i.checked=(s[i.dataset.setting]||'')===i.value});
var q='';try{q=localStorage.getItem('yuwalk.profile')||''}catch(e){}
var own=/(^|&)(up|down|width|steps|lifts|escalators|cableways|kerb|ground|unknown)=/.test(q),w=(/(?:^|&)profile=(\\w+)/.exec(q)||[])[1];
document.querySelectorAll('[data-for-me]').forEach(function(b){var a=JSON.parse(b.dataset.forMe);if(!own&&w&&a[w])b.textContent=a[w]});
if('speechSynthesis' in window)document.querySelectorAll('[data-read-aloud]').forEach(function(b){b.hidden=false});
}
function save(){try{localStorage.setItem(k,JSON.stringify(s))}catch(e){}}
paint();
document.addEventListener('change',function(e){var t=e.target;
if(t.id==='elder-switch'){s.elder=t.checked;save()}
else if(t.dataset&&t.dataset.setting){s[t.dataset.setting]=t.value;paint();save();dispatchEvent(new Event('yuwalk:theme'))}
});
document.addEventListener('click',function(e){var b=e.target.closest&&e.target.closest('[data-read-aloud],[data-print],[data-share],[data-back]');
if(!b)return;
if(b.hasAttribute('data-print')){print();return}
if(b.hasAttribute('data-share')){var d={title:document.title,url:location.href.split('#')[0]},say=function(){b.querySelector('[data-done]').hidden=false};
if(navigator.share)navigator.share(d).catch(function(){});else if(navigator.clipboard)navigator.clipboard.writeText(d.url).then(say,function(){});return}
var v=speechSynthesis;if(v.speaking){v.cancel();b.setAttribute('aria-pressed','false');return}
var n=document.querySelector('[data-readable]');if(!n)return;
var u=new SpeechSynthesisUtterance(n.innerText);u.lang=r.lang;u.rate=.9;u.onend=function(){b.setAttribute('aria-pressed','false')};
b.setAttribute('aria-pressed','true');v.speak(u)});
function same(e){var l=e.target.closest&&e.target.closest('a[hreflang]');if(l){l.search=location.search;l.hash=location.hash}}
document.addEventListener('pointerdown',same);document.addEventListener('click',same,true);
document.addEventListener('keydown',function(e){if(e.key==='Escape')document.querySelectorAll('details[data-menu][open]').forEach(function(d){d.open=false;d.querySelector('summary').focus()})});
document.addEventListener('click',function(e){document.querySelectorAll('details[data-menu][open]').forEach(function(d){if(!d.contains(e.target))d.open=false})});
if(document.readyState==='loading')document.addEventListener('DOMContentLoaded',show);else show();
addEventListener('pageshow',show);
})()`;
