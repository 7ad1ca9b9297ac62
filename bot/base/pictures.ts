/** The library that reads and draws pictures. It takes a fifth of the bot's start to load, and many have no picture. */
export async function pictureLibrary() {
  const { default: sharp } = await import('sharp');
  return sharp;
}
