export const metadata = { title: 'Create an account' }

export default function RegisterPage() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-xl">Create an account</h1>
    </main>
  )
}
